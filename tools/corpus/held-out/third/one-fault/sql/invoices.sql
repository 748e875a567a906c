-- PostgreSQL
CREATE TABLE customer (
    id bigserial PRIMARY KEY,
    name text NOT NULL,
    vat_number text UNIQUE
);

CREATE TABLE invoice (
    id bigserial PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer (id),
    number text NOT NULL UNIQUE,
    issued_on date NOT NULL DEFAULT current_date,
    total_cents bigint NOT NULL CHECK (total_cents >= 0)
);

CREATE INDEX invoice_issued_on_idx ON invoice (issued_on);
