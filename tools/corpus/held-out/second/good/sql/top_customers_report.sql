/* Customers by turnover in the last 90 days, with their rank inside their country. */
WITH recent AS (
    SELECT o.customer_id, sum(o.total_cents) AS spent_cents, max(o.paid_at) AS last_paid_at
    FROM customer_order o
    WHERE o.paid_at >= CURRENT_DATE - INTERVAL '90' DAY
    GROUP BY o.customer_id
)
SELECT
    c.id,
    c.name,
    c.country_code,
    r.spent_cents,
    r.last_paid_at,
    rank() OVER (PARTITION BY c.country_code ORDER BY r.spent_cents DESC) AS country_rank
FROM recent r
INNER JOIN customer c ON c.id = r.customer_id
WHERE r.spent_cents >= 10000
ORDER BY c.country_code, country_rank, c.id;
