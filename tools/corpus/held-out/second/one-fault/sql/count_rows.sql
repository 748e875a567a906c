CREATE OR REPLACE FUNCTION count_rows(table_name text, status text)
RETURNS bigint
LANGUAGE plpgsql
STABLE
AS $$
DECLARE
    result bigint;
BEGIN
    EXECUTE 'SELECT count(*) FROM ' || quote_ident(table_name) || ' WHERE status = ''' || status || ''''
    INTO result;
    RETURN result;
END;
$$;
