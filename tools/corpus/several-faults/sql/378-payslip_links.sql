CREATE TABLE IF NOT EXISTS employee_payslips (
  employee_id BIGINT NOT NULL,
  payslip_id BIGINT NOT NULL REFERENCES payslips (id),
  since DATE NOT NULL,
  PRIMARY KEY (employee_id, payslip_id)
);

CREATE INDEX IF NOT EXISTS employee_payslips_payslip ON employee_payslips (payslip_id);

CREATE TABLE IF NOT EXISTS payslip_notes (
  payslip_id BIGINT PRIMARY KEY REFERENCES payslips (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
