CREATE TABLE IF NOT EXISTS depot_vehicles (
  depot_id BIGINT NOT NULL,
  vehicle_id BIGINT NOT NULL REFERENCES vehicles (id),
  since DATE NOT NULL,
  PRIMARY KEY (depot_id, vehicle_id)
);

CREATE INDEX IF NOT EXISTS depot_vehicles_vehicle ON depot_vehicles (vehicle_id);

CREATE TABLE IF NOT EXISTS vehicle_notes (
  vehicle_id BIGINT PRIMARY KEY REFERENCES vehicles (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
