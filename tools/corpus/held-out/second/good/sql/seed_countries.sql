INSERT INTO country (code, name, currency_code)
VALUES
    ('AT', 'Austria', 'EUR'),
    ('CH', 'Switzerland', 'CHF'),
    ('CI', 'Côte d''Ivoire', 'XOF'),
    ('SE', 'Sweden', 'SEK')
ON CONFLICT (code) DO UPDATE
SET name = EXCLUDED.name,
    currency_code = EXCLUDED.currency_code;
