-- Articles that will run out within two weeks at the pace of the last 28 days.
WITH pace AS (
    SELECT sm.article_id,
           -SUM(sm.quantity) / 28.0 AS per_day
      FROM stock_move AS sm
     WHERE sm.quantity < 0
       AND sm.moved_on >= CURRENT_DATE - 28
     GROUP BY sm.article_id
), on_hand AS (
    SELECT article_id, SUM(quantity) AS quantity
      FROM stock_move
     GROUP BY article_id
)
SELECT a.sku,
       a.description,
       o.quantity,
       ROUND(o.quantity / p.per_day, 1) AS days_left
  FROM article AS a
  JOIN on_hand AS o ON o.article_id = a.id
  JOIN pace AS p ON p.article_id = a.id
 WHERE p.per_day > 0
   AND o.quantity / p.per_day < 14
 ORDER BY days_left, a.sku;
