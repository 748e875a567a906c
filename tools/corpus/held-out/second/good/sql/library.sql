-- PostgreSQL 15: books, copies and loans of a small library.

CREATE TABLE book (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    isbn        text NOT NULL UNIQUE CHECK (isbn ~ '^[0-9]{13}$'),
    title       text NOT NULL,
    published   date
);

CREATE TABLE copy (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    book_id     bigint NOT NULL REFERENCES book (id) ON DELETE RESTRICT,
    shelf       text NOT NULL,
    acquired_on date NOT NULL DEFAULT current_date
);

CREATE INDEX copy_book_id_idx ON copy (book_id);

CREATE TABLE reader (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email     text NOT NULL UNIQUE,
    full_name text NOT NULL
);

CREATE TABLE loan (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    copy_id     bigint NOT NULL REFERENCES copy (id) ON DELETE RESTRICT,
    reader_id   bigint NOT NULL REFERENCES reader (id) ON DELETE RESTRICT,
    lent_at     timestamptz NOT NULL DEFAULT now(),
    due_on      date NOT NULL,
    returned_at timestamptz,
    CHECK (returned_at IS NULL OR returned_at >= lent_at)
);

CREATE INDEX loan_copy_id_idx ON loan (copy_id);
CREATE INDEX loan_reader_id_idx ON loan (reader_id);

-- A copy can be with one reader at a time only.
CREATE UNIQUE INDEX loan_open_copy_key ON loan (copy_id) WHERE returned_at IS NULL;
