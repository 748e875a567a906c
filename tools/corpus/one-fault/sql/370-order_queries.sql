-- Open orders, the newest first.
CREATE VIEW current_orders AS
SELECT orders.id, orders.reference, customers.name
FROM orders
JOIN customers ON customers.id = orders.customer_id
WHERE orders.state = 'open';

INSERT INTO orders (customer_id, reference, state) VALUES (1, 'first', 'open'), (1, 'second', 'paid');

UPDATE orders SET state = 'paid';

DELETE FROM orders WHERE state = 'cancelled';
