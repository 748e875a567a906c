-- Open payments, the newest first.
CREATE VIEW current_payments AS
SELECT payments.id, payments.method, accounts.name
FROM payments
JOIN accounts ON accounts.id = payments.account_id
WHERE payments.state = 'pending';

INSERT INTO payments (account_id, method, state) VALUES (1, 'first', 'pending'), (1, 'second', 