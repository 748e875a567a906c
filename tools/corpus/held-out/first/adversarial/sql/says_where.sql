DELETE FROM token -- WHERE expires_at < now()
;
