CREATE TABLE IF NOT EXISTS station_readings (
  station_id BIGINT NOT NULL REFERENCES stations (id),
  reading_id BIGINT NOT NULL REFERENCES readings (id),
  since DATE NOT NULL,
  PRIMARY KEY (station_id, reading_id)
);

CREATE INDEX IF NOT EXISTS station_readings_reading ON station_readings (reading_id);

CREATE TABLE IF NOT EXISTS reading_notes (
  reading_id BIGINT PRIMARY KEY REFERENCES readings (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
