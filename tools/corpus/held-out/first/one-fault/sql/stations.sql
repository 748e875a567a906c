CREATE TABLE station (
  id integer PRIMARY KEY,
  name text NOT NULL
  line integer NOT NULL
);
