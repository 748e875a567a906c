-- Makes the partition of a month. The names go through format(%I), the dates through %L.
CREATE OR REPLACE FUNCTION telemetry.ensure_partition(month date)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    first_day  date := date_trunc('month', month)::date;
    next_month date := (date_trunc('month', month) + interval '1 month')::date;
    part_name  text := format('reading_%s', to_char(first_day, 'YYYYMM'));
BEGIN
    EXECUTE format(
        'CREATE TABLE IF NOT EXISTS telemetry.%I PARTITION OF telemetry.reading FOR VALUES FROM (%L) TO (%L)',
        part_name, first_day, next_month
    );
END;
$$;

COMMENT ON FUNCTION telemetry.ensure_partition(date) IS 'Creates the partition for the month of a date.';
