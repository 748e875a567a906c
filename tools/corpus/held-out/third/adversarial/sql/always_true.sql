-- Deletes only visits that are older than ten years (WHERE visited_on < ...).
BEGIN;

DELETE FROM visit WHERE 1 = 1;

INSERT INTO maintenance_log (task, done_at) VALUES ('old visits', now());

COMMIT;
