-- The events: tickets and their venues.
CREATE TABLE venues (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE tickets (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  venue_id BIGINT NOT NULL REFERENCES venues (id) ON DELETE CASCADE,
  seat VARCHAR(40) NOT NULL,
  price NUMERIC(12, 2) NOT NULL CHECK (price >= 0),
  sold_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  standing BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'free' CHECK (state IN ('free', 'reserved', 'sold'))
);

CREATE INDEX tickets_venue_index ON tickets (venue_id);
CREATE INDEX tickets_state_index ON tickets (state, seat);
