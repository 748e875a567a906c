CREATE TABLE wallet (
  id bigint PRIMARY KEY,
  owner text NOT NULL UNIQUE,
  balance double precision NOT NULL DEFAULT 0
);
