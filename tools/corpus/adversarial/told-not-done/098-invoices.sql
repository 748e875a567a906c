-- Never: DELETE FROM users; UPDATE users SET active = false; price REAL; SELECT *
-- CREATE TABLE t (name TEXT) has no key.
-- The billing: invoices and their accounts.
CREATE TABLE accounts (
  id BIGSERIAL PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE invoices (
  id BIGSERIAL PRIMARY KEY,
  account_id BIGINT NOT NULL,
  number VARCHAR(40) NOT NULL,
  amount NUMERIC(12, 2) NOT NULL CHECK (amount >= 0),
  issued_on DATE NOT NULL,
  sent_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  state VARCHAR(20) NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'paid'))
);

ALTER TABLE invoices ADD CONSTRAINT invoices_account FOREIGN KEY (account_id) REFERENCES accounts (id);

CREATE INDEX invoices_account_index ON invoices (account_id);
CREATE INDEX invoices_state_index ON invoices (state, number);
