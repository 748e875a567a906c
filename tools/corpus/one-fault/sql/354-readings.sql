-- The weather: readings and their stations.
CREATE TABLE stations (
  id BIGSERIAL PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE readings (
  id BIGSERIAL PRIMARY KEY,
  station_id BIGINT NOT NULL REFERENCES stations (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  celsius INTEGER NOT NULL CHECK (celsius >= 0),
  taken_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  checked BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'raw' CHECK (state IN ('raw', 'checked', 'rejected'))
);

CREATE INDEX readings_station_index ON readings (state, station_id);
CREATE INDEX readings_state_index ON readings (state, label);
