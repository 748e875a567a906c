-- Examples for the course on safe SQL. They are texts, and none of them is run:
-- DELETE FROM account;  UPDATE account SET balance = 0;  GRANT ALL ON account TO PUBLIC;
CREATE TABLE lesson_example (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title   text    NOT NULL,
    snippet text    NOT NULL,
    is_safe boolean NOT NULL
);

INSERT INTO lesson_example (title, snippet, is_safe) VALUES
    ('no condition', 'DELETE FROM account;', false),
    ('all columns in a view', 'CREATE VIEW v AS SELECT * FROM account;', false),
    ('put together', $$EXECUTE 'DROP TABLE ' || name;$$, false),
    ('plain password', 'CREATE TABLE u (login text, password text);', false),
    ('merge', '<<<<<<< HEAD', false),
    ('with a condition', 'DELETE FROM account WHERE id = $1;', true);

/* A password column, a missing primary key, SELECT *, TODO: all of this is only talk. */
