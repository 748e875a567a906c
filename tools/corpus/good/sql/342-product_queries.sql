-- Open products, the newest first.
CREATE VIEW current_products AS
SELECT products.id, products.title, suppliers.name
FROM products
JOIN suppliers ON suppliers.id = products.supplier_id
WHERE products.state = 'draft';

INSERT INTO products (supplier_id, title, state) VALUES (1, 'first', 'draft'), (1, 'second', 'active');

UPDATE products SET state = 'active' WHERE supplier_id = 1 AND state = 'draft';

DELETE FROM products WHERE state = 'retired';

SELECT suppliers.name, count(*) AS total
FROM products
JOIN suppliers ON suppliers.id = products.supplier_id
GROUP BY suppliers.name
ORDER BY total DESC
LIMIT 10;
