CREATE VIEW monthly_sales AS
WITH paid AS (
  SELECT shop_id, date_trunc('month', paid_at) AS month, amount
  FROM payment
  WHERE refunded_at IS NULL
)
SELECT shop.name, paid.month, sum(paid.amount) AS total, count(*) AS payments
FROM paid
JOIN shop ON shop.id = paid.shop_id
GROUP BY shop.name, paid.month
HAVING sum(paid.amount) > 0;
