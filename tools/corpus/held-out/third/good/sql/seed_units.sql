-- Units of measurement that the laboratory reports in.
INSERT INTO unit (code, description) VALUES
    ('mmol/L', 'millimole per litre'),
    ('g/dL',   'gram per decilitre'),
    ('10*9/L', 'thousand million per litre'),
    ('%',      'percent; it''s a share, not a concentration')
ON CONFLICT (code) DO UPDATE
    SET description = EXCLUDED.description;
