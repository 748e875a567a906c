WITH paid AS (
  SELECT customer_id, sum(total) AS total, count(*) AS orders
  FROM orders
  WHERE state = 'paid'
  GROUP BY customer_id
)
SELECT customers.name, coalesce(paid.total, 0) AS total, coalesce(paid.orders, 0) AS orders
FROM customers
LEFT JOIN paid ON paid.customer_id = customers.id
WHERE customers.closed_at IS NULL
ORDER BY total DESC;
