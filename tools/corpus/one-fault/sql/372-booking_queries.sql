-- Open bookings, the newest first.
CREATE VIEW current_bookings AS
SELECT bookings.id, bookings.room, guests.name
FROM bookings
JOIN guests ON guests.id = bookings.guest_id
WHERE bookings.state = 'held';

INSERT INTO bookings (guest_id, room, state) VALUES (1, 'first', 'held'), (1, 'second', 'confirmed');

UPDATE bookings SET state = 'confirmed' WHERE guest_id = 1 AND state = 'held';

DELETE FROM bookings;
