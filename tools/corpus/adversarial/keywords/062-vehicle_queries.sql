-- PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id)
-- CREATE INDEX idx ON orders (user_id); NOT NULL UNIQUE CHECK
-- WHERE id = $1
-- Open vehicles, the newest first.
CREATE VIEW current_vehicles AS
SELECT vehicles.id, vehicles.plate, depots.name
FROM vehicles
JOIN depots ON depots.id = vehicles.depot_id
WHERE vehicles.state = 'ready';

INSERT INTO vehicles (depot_id, plate, state) VALUES (1, 'first', 'ready'), (1, 'second', 'serviced');

UPDATE vehicles SET state = 'serviced';

DELETE FROM vehicles WHERE state = 'sold';
