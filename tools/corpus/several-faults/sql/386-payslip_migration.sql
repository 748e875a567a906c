BEGIN;

CREATE TABLE payslip_changes (
  id BIGSERIAL NOT NULL,
  payslip_id BIGINT NOT NULL REFERENCES payslips (id) ON DELETE CASCADE,
  period TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

ALTER TABLE payslips ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE payslips ADD CONSTRAINT payslips_once UNIQUE (employee_id, period);
UPDATE payslips SET archived = TRUE;

COMMIT;

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
