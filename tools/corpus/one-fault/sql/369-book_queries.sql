-- Open books, the newest first.
CREATE VIEW current_books AS
SELECT books.id, books.title, publishers.name
FROM books
JOIN publishers ON publishers.id = books.publisher_id
WHERE books.state = 'listed';

INSERT INTO books (publisher_id, title, state) VALUES (1, 'first', 'listed'), (1, 'second', 'lent');

UPDATE books SET state = 'lent' WHERE publisher_id = 1 AND state = 'listed';

DELETE FROM books WHERE state = 'lost';

SELECT publishers.name, count(*) AS total
FROM books
JOIN publishers ON publishers.id = books.publisher_id
GROUP BY publishers.name
ORDER BY total DESC
LIMIT 10;

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
