-- Open trips, the newest first.
CREATE VIEW current_trips AS
SELECT trips.id, trips.route, drivers.name
FROM trips
JOIN drivers ON drivers.id = trips.driver_id
WHERE trips.state = 'planned';

INSERT INTO trips (driver_id, route, state) VALUES (