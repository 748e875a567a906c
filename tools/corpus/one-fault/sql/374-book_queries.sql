-- Open books, the newest first.
CREATE VIEW current_books AS
SELECT *
FROM books
JOIN publishers ON publishers.id = books.publisher_id
WHERE books.state = 'listed';

INSERT INTO books (publisher_id, title, state) VALUES (1, 'first', 'listed'), (1, 'second', 'lent');

UPDATE books SET state = 'lent' WHERE publisher_id = 1 AND state = 'listed';

DELETE FROM books WHERE state = 'lost';
