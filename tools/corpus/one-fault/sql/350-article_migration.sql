BEGIN;

CREATE TABLE article_changes (
  id BIGSERIAL NOT NULL,
  article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  headline TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX article_changes_row ON article_changes (article_id, changed_at);

ALTER TABLE articles ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE articles ADD CONSTRAINT articles_once UNIQUE (editor_id, headline);
UPDATE articles SET archived = TRUE WHERE editor_id IS NULL;

COMMIT;
