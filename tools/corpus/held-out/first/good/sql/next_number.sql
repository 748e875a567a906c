CREATE FUNCTION next_number(series text) RETURNS bigint
LANGUAGE sql
AS $$
  UPDATE counter SET value = value + 1 WHERE name = series RETURNING value;
$$;
