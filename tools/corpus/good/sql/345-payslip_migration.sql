BEGIN;

CREATE TABLE payslip_changes (
  id BIGSERIAL PRIMARY KEY,
  payslip_id BIGINT NOT NULL REFERENCES payslips (id) ON DELETE CASCADE,
  period TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX payslip_changes_row ON payslip_changes (payslip_id, changed_at);

ALTER TABLE payslips ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE payslips ADD CONSTRAINT payslips_once UNIQUE (employee_id, period);
UPDATE payslips SET archived = TRUE WHERE employee_id IS NULL;

COMMIT;
