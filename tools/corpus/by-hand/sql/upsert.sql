INSERT INTO settings (name, value)
VALUES ('theme', 'dark')
ON CONFLICT (name) DO UPDATE SET value = excluded.value;
