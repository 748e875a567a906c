-- Orders of the warehouse that still wait for goods.
CREATE VIEW open_order AS
SELECT o.*
  FROM purchase_order AS o
 WHERE o.closed_at IS NULL
   AND EXISTS (
        SELECT 1
          FROM purchase_order_line AS l
         WHERE l.order_id = o.id
           AND l.received < l.ordered
   );

GRANT SELECT ON open_order TO warehouse_read;
