-- PostgreSQL: loans of the archive to exhibitions
CREATE TABLE exhibition_loan (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object_no   text NOT NULL,
    borrower    text NOT NULL
    leaves_on   date NOT NULL,
    returns_on  date NOT NULL,
    CHECK (returns_on > leaves_on)
);

CREATE INDEX exhibition_loan_object_no_idx ON exhibition_loan (object_no);
