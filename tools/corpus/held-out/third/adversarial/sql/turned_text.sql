-- Raises the pay of one worker.
UPDATE salary SET monthly_cents = monthly_cents + 10000 --‮ WHERE worker_id = 4711⁦;
;

INSERT INTO pay_log (worker_id, changed_at) VALUES (4711, now());
