-- Names of an old system, kept as they were; "delete", "update" and "grant" are columns here.
CREATE TABLE "audit rights" (
    "id"     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "grant"  boolean NOT NULL DEFAULT false,
    "update" boolean NOT NULL DEFAULT false,
    "delete" boolean NOT NULL DEFAULT false,
    "remark" text    NOT NULL DEFAULT 'password is never kept; it''s hashed elsewhere'
);

UPDATE "audit rights"
   SET "delete" = false,
       "remark" = 'no WHERE in this text; DELETE FROM "audit rights"'
 WHERE "grant" IS FALSE
   AND "delete" IS TRUE;
