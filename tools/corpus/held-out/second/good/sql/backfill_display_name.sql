-- Gives everybody a display name before the column becomes mandatory.
BEGIN;

UPDATE app_user
SET display_name = split_part(email, '@', 1)
WHERE display_name IS NULL
   OR btrim(display_name) = '';

ALTER TABLE app_user
    ALTER COLUMN display_name SET NOT NULL,
    ADD CONSTRAINT app_user_display_name_not_blank CHECK (btrim(display_name) <> '');

COMMIT;
