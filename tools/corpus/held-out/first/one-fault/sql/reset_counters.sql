BEGIN;
UPDATE counter SET value = 0;
COMMIT;
