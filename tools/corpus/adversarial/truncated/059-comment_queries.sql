-- Open comments, the newest first.
CREATE VIEW current_comments AS
SELECT comments.id, comments.body, authors.name
FROM comments
JOIN authors ON authors.id = comments.author_id
WHERE comments.state = 'visible';

INSERT INTO comments (author_id, 