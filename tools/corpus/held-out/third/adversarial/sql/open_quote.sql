INSERT INTO cabin_note (cabin, note) VALUES
    (101, 'window stuck'),
    (102, 'belongs to the captain's family'),
    (103, 'quiet');
