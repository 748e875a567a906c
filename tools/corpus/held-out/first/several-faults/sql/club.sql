CREATE TABLE club (id integer PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE member (
  name text NOT NULL,
  club_id integer NOT NULL REFERENCES club (id)
);
