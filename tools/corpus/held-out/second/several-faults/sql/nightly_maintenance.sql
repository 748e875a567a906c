-- Runs at 03:00.
DELETE FROM mail_log;

UPDATE product SET on_sale = false;

CREATE OR REPLACE PROCEDURE drop_scratch(suffix text)
LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE 'DROP TABLE IF EXISTS scratch_' || suffix;
END;
$$;

CREATE OR REPLACE VIEW open_order AS
SELECT * FROM customer_order WHERE shipped_at IS NULL;
