CREATE TABLE book (
  id integer PRIMARY KEY,
  title text NOT NULL
);

CREATE TABLE review (
  id integer PRIMARY KEY,
  book_id integer NOT NULL,
  stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5)
);

CREATE INDEX review_book ON review (book_id);
