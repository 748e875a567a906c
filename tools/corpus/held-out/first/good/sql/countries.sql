INSERT INTO country (code, name) VALUES
  ('AT', 'Austria'),
  ('CI', 'Côte d''Ivoire'),
  ('PT', 'Portugal')
ON CONFLICT (code) DO NOTHING;
