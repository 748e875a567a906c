CREATE TABLE walk (
  id integer PRIMARY KEY,
  dog_id integer NOT NULL REFERENCES dog (id)
);
CREATE TABLE bath (
  id integer PRIMARY KEY,
  dog_id integer NOT NULL REFERENCES dog (id)
);
CREATE INDEX bath_dog ON bath (dog_id);
