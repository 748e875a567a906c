CREATE OR REPLACE VIEW monthly_revenue AS
SELECT
    date_trunc('month', o.paid_at)::date AS month,
    c.country_code,
    count(*)                             AS order_count,
    sum(o.total_cents)                   AS revenue_cents
FROM customer_order AS o
JOIN customer AS c ON c.id = o.customer_id
WHERE o.paid_at IS NOT NULL
  AND o.refunded_at IS NULL
GROUP BY date_trunc('month', o.paid_at)::date, c.country_code;

COMMENT ON VIEW monthly_revenue IS 'Paid and not refunded orders by month and country of the customer.';
