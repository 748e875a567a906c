-- Makes the partition of a month; safe to call again.
CREATE OR REPLACE FUNCTION ensure_event_partition(month_start date)
RETURNS void
LANGUAGE plpgsql
AS $fn$
DECLARE
    partition_name text := format('event_%s', to_char(month_start, 'YYYY_MM'));
BEGIN
    IF month_start <> date_trunc('month', month_start)::date THEN
        RAISE EXCEPTION 'not the first day of a month: %', month_start;
    END IF;

    EXECUTE format(
        'CREATE TABLE IF NOT EXISTS %I PARTITION OF event FOR VALUES FROM (%L) TO (%L)',
        partition_name,
        month_start,
        (month_start + interval '1 month')::date
    );
END;
$fn$;
