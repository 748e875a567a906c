-- Clean-up after the failed night of 2026-09-14.
DELETE FROM job_run;

UPDATE job SET state = 'queued', attempts = 0;

CREATE OR REPLACE VIEW waiting_job AS
SELECT * FROM job WHERE state = 'queued';
