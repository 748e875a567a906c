CREATE TABLE IF NOT EXISTS author_comments (
  author_id BIGINT NOT NULL REFERENCES authors (id),
  comment_id BIGINT NOT NULL REFERENCES comments (id),
  since DATE NOT NULL
);

CREATE INDEX IF NOT EXISTS author_comments_comment ON author_comments (comment_id);

CREATE TABLE IF NOT EXISTS comment_notes (
  comment_id BIGINT PRIMARY KEY REFERENCES comments (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
