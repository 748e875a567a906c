CREATE TABLE booking (
  room_id integer NOT NULL REFERENCES room (id),
  guest text,
  price real
);
