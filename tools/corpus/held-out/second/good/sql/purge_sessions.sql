-- Run every night by the scheduler; removes at most 10000 rows to keep locks short.
WITH expired AS (
    SELECT id
    FROM user_session
    WHERE expires_at < now() - interval '7 days'
    ORDER BY expires_at
    LIMIT 10000
    FOR UPDATE SKIP LOCKED
)
DELETE FROM user_session AS s
USING expired AS e
WHERE s.id = e.id;
