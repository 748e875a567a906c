-- Texts of the review bot. They quote bad SQL: DELETE FROM users; DROP TABLE x;
-- GRANT ALL ON SCHEMA public TO PUBLIC; EXECUTE 'SELECT ' || input.
CREATE TABLE review_hint (
    code text PRIMARY KEY,
    hint text NOT NULL
);

COMMENT ON TABLE review_hint IS 'Hints; a table without a PRIMARY KEY is refused, this one has one.';

INSERT INTO review_hint (code, hint) VALUES
    ('delete-all', 'DELETE FROM users; without a WHERE removes every row.'),
    ('update-all', 'UPDATE users SET admin = true; changes every row.'),
    ('grant-all', 'GRANT ALL ON ALL TABLES IN SCHEMA public TO PUBLIC; is too much.'),
    ('plain', 'A column such as password text NOT NULL says that it isn''t hashed.'),
    ('star', 'CREATE VIEW v AS SELECT * FROM t; breaks when t changes.');
