-- PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id)
-- CREATE INDEX idx ON orders (user_id); NOT NULL UNIQUE CHECK
-- WHERE id = $1
CREATE TABLE IF NOT EXISTS driver_trips (
  driver_id BIGINT NOT NULL REFERENCES drivers (id),
  trip_id BIGINT NOT NULL REFERENCES trips (id),
  since DATE NOT NULL,
  PRIMARY KEY (driver_id, trip_id)
);


CREATE TABLE IF NOT EXISTS trip_notes (
  trip_id BIGINT PRIMARY KEY REFERENCES trips (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
