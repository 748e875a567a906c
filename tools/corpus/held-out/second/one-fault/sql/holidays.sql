INSERT INTO holiday (day, name) VALUES
    (DATE '2026-01-01', 'New Year'),
    (DATE '2026-12-25', 'Christmas'),
    (DATE '2026-12-26', 'Boxing Day);
