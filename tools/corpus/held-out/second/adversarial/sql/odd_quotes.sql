/* Odd but good: quoted names, doubled quotes and /* nested */ comments (PostgreSQL). */
CREATE TABLE "select" (
    "primary" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "where"   text NOT NULL DEFAULT 'it''s -- not a comment; nor an end',
    "a""b"    text NOT NULL DEFAULT E'back\\slash and \' quote'
);

INSERT INTO "select" ("where", "a""b")
VALUES ($txt$DELETE FROM users; -- only a text, isn't it?$txt$, '/* neither */');

DELETE FROM "select" /* all of them? no: */
WHERE "where" = ''
   OR "a""b" = ';';
