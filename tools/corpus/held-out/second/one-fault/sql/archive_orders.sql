BEGIN;

INSERT INTO customer_order_archive (id, customer_id, total_cents, placed_at)
SELECT id, customer_id, total_cents, placed_at
FROM customer_order
WHERE placed_at < now() - interval '5 years';

DELETE FROM customer_order;

COMMIT;
