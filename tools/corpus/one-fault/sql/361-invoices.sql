-- The billing: invoices and their accounts.
CREATE TABLE accounts (
  id BIGSERIAL PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE invoices (
  id BIGSERIAL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  number VARCHAR(40) NOT NULL,
  amount DOUBLE PRECISION NOT NULL CHECK (amount >= 0),
  issued_on DATE NOT NULL,
  sent_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  state VARCHAR(20) NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'paid'))
);

CREATE INDEX invoices_account_index ON invoices (account_id);
CREATE INDEX invoices_state_index ON invoices (state, number);
