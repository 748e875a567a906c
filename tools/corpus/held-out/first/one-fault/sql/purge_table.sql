CREATE FUNCTION purge(name text) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE 'DELETE FROM archive WHERE kind = ''' || name || '''';
END;
$$;
