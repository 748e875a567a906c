CREATE TABLE IF NOT EXISTS account_invoices (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  invoice_id BIGINT NOT NULL REFERENCES invoices (id),
  since DATE NOT NULL
);


CREATE TABLE IF NOT EXISTS invoice_notes (
  invoice_id BIGINT PRIMARY KEY REFERENCES invoices (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
