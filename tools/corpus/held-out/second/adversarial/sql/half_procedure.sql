CREATE OR REPLACE FUNCTION close_month(month date)
RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    closed integer;
BEGIN
    UPDATE invoice
    SET state = 'closed'
    WHERE state = 'open'
      AND issued_on >= month
      AND issued_on <