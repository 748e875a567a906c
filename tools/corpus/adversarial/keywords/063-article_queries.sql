-- PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id)
-- CREATE INDEX idx ON orders (user_id); NOT NULL UNIQUE CHECK
-- WHERE id = $1
-- Open articles, the newest first.
CREATE VIEW current_articles AS
SELECT articles.id, articles.headline, editors.name
FROM articles
JOIN editors ON editors.id = articles.editor_id
WHERE articles.state = 'draft';

INSERT INTO articles (editor_id, headline, state) VALUES (1, 'first', 'draft'), (1, 'second', 'review');

UPDATE articles SET state = 'review' WHERE editor_id = 1 AND state = 'draft';

DELETE FROM articles WHERE state = 'published';

SELECT editors.name, count(*) AS total
FROM articles
JOIN editors ON editors.id = articles.editor_id
GROUP BY editors.name
ORDER BY total DESC
LIMIT 10;

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
