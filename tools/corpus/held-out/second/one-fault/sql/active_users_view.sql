CREATE VIEW active_user AS
SELECT u.*
FROM app_user AS u
WHERE u.deactivated_at IS NULL
  AND u.last_seen_at > now() - interval '30 days';
