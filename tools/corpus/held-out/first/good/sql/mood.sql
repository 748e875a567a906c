CREATE TYPE mood AS ENUM ('calm', 'glad', 'tired');

CREATE TABLE diary (
  day date PRIMARY KEY,
  mood mood NOT NULL,
  words text NOT NULL DEFAULT ''
);
