CREATE TABLE IF NOT EXISTS publisher_books (
  publisher_id BIGINT NOT NULL REFERENCES publishers (id),
  book_id BIGINT NOT NULL REFERENCES books (id),
  since DATE NOT NULL,
  PRIMARY KEY (publisher_id, book_id)
);

CREATE INDEX IF NOT EXISTS publisher_books_book ON publisher_books (book_id);

CREATE TABLE IF NOT EXISTS book_notes (
  book_id BIGINT PRIMARY KEY REFERENCES books (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
