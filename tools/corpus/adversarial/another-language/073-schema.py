-- Open payslips, the newest first.
CREATE VIEW current_payslips AS
SELECT payslips.id, payslips.period, employees.name
FROM payslips
JOIN employees ON employees.id = payslips.employee_id
WHERE payslips.state = 'prepared';

INSERT INTO payslips (employee_id, period, state) VALUES (1, 'first', 'prepared'), (1, 'second', 'approved');

UPDATE payslips SET state = 'approved' WHERE employee_id = 1 AND state = 'prepared';

DELETE FROM payslips WHERE state = 'paid';
