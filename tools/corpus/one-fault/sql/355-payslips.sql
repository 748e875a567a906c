-- The payroll: payslips and their employees.
CREATE TABLE employees (
  id BIGSERIAL PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE payslips (
  id BIGSERIAL PRIMARY KEY,
  employee_id BIGINT NOT NULL,
  period VARCHAR(40) NOT NULL,
  gross INTEGER NOT NULL CHECK (gross >= 0),
  salary NUMERIC(12, 2) NOT NULL CHECK (salary >= 0),
  paid_on DATE NOT NULL,
  state VARCHAR(20) NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'approved', 'paid')),
  FOREIGN KEY (employee_id) REFERENCES employees (id)
);

CREATE INDEX payslips_employee_index ON payslips (state, employee_id);
CREATE INDEX payslips_state_index ON payslips (state, period);
