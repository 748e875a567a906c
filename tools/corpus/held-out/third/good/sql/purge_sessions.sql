-- Nightly clean-up: sessions that ended more than 30 days ago.
BEGIN;

DELETE FROM session_event
 WHERE session_id IN (
    SELECT id FROM session WHERE ended_at < now() - interval '30 days'
 );

DELETE FROM session
 WHERE ended_at < now() - interval '30 days';

UPDATE maintenance_job
   SET last_run_at = now()
 WHERE name = 'purge_sessions';

COMMIT;
