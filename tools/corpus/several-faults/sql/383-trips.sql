-- The fleet: trips and their drivers.
CREATE TABLE drivers (
  id BIGSERIAL PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE trips (
  id BIGSERIAL NOT NULL,
  driver_id BIGINT NOT NULL,
  route TEXT NOT NULL,
  distance INTEGER NOT NULL CHECK (distance >= 0),
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  cost DOUBLE PRECISION NOT NULL CHECK (cost >= 0),
  state VARCHAR(20) NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'done')),
  FOREIGN KEY (driver_id) REFERENCES drivers (id)
);

CREATE INDEX trips_state_index ON trips (state, route);

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
