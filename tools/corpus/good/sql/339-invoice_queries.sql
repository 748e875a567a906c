-- Open invoices, the newest first.
CREATE VIEW current_invoices AS
SELECT invoices.id, invoices.number, accounts.name
FROM invoices
JOIN accounts ON accounts.id = invoices.account_id
WHERE invoices.state = 'draft';

INSERT INTO invoices (account_id, number, state) VALUES (1, 'first', 'draft'), (1, 'second', 'sent');

UPDATE invoices SET state = 'sent' WHERE account_id = 1 AND state = 'draft';

DELETE FROM invoices WHERE state = 'paid';
