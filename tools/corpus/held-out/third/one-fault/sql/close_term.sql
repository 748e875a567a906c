CREATE FUNCTION close_term(closing_term integer) RETURNS bigint
LANGUAGE plpgsql AS
$$
DECLARE
    changed bigint;
BEGIN
    UPDATE enrolment SET state = 'closed', closed_at = now();
    GET DIAGNOSTICS changed = ROW_COUNT;

    UPDATE term SET closed = true WHERE id = closing_term;
    RETURN changed;
END
$$;
