INSERT INTO species (id, name) VALUES
  (1, 'fox'),
  (2,
