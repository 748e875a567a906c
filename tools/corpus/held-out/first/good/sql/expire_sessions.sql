DELETE FROM session
WHERE expires_at < now() - interval '30 days'
  AND NOT EXISTS (SELECT 1 FROM device WHERE device.session_id = session.id);
