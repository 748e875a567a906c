CREATE TABLE animal (
  id integer PRIMARY KEY,
  species text NOT NULL,
  weight numeric(6, 2) CHECK (weight
