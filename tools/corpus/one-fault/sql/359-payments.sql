-- The billing: payments and their accounts.
CREATE TABLE accounts (
  id BIGSERIAL PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE payments (
  id BIGSERIAL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  method TEXT NOT NULL,
  amount REAL NOT NULL CHECK (amount >= 0),
  received_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  refunded BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'settled', 'failed'))
);

CREATE INDEX payments_account_index ON payments (account_id);
CREATE INDEX payments_state_index ON payments (state, method);
