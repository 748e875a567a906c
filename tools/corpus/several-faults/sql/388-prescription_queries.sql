-- Open prescriptions, the newest first.
CREATE VIEW current_prescriptions AS
SELECT *
FROM prescriptions
JOIN patients ON patients.id = prescriptions.patient_id
WHERE prescriptions.state = 'issued';

INSERT INTO prescriptions (patient_id, drug, state) VALUES (1, 'first', 'issued'), (1, 'second', 'filled');

UPDATE prescriptions SET state = 'filled' WHERE patient_id = 1 AND state = 'issued';

DELETE FROM prescriptions;

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
