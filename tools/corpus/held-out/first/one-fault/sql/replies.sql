CREATE TABLE reply (
  id serial PRIMARY KEY,
  body text NOT NULL,
  parent_id integer REFERENCES reply (id)
);
