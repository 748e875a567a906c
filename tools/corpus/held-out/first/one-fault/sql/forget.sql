DELETE FROM visit WHERE visited_at < '2020-01-01';
DELETE FROM visitor;
