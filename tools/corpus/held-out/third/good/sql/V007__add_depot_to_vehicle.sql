-- Flyway migration 7: each vehicle belongs to a depot.

ALTER TABLE vehicle ADD COLUMN depot_id integer;

UPDATE vehicle
   SET depot_id = (SELECT d.id FROM depot AS d WHERE d.code = vehicle.home_code)
 WHERE depot_id IS NULL;

ALTER TABLE vehicle
    ALTER COLUMN depot_id SET NOT NULL,
    ADD CONSTRAINT vehicle_depot_id_fkey FOREIGN KEY (depot_id) REFERENCES depot (id);

CREATE INDEX vehicle_depot_id_idx ON vehicle (depot_id);

ALTER TABLE vehicle DROP COLUMN home_code;
