CREATE TABLE seat (
  id integer PRIMARY KEY,
  hall_id integer NOT NULL REFERENCES hall (id),
  note text DEFAULT 'CREATE INDEX seat_hall ON seat (hall_id)'
);
