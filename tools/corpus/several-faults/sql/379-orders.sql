-- The shop: orders and their customers.
CREATE TABLE customers (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE orders (
  id UUID NOT NULL DEFAULT gen_random_uuid(),
  customer_id UUID NOT NULL,
  reference VARCHAR(40) NOT NULL,
  total REAL NOT NULL CHECK (total >= 0),
  placed_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  gift_wrap BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid', 'shipped', 'cancelled')),
  FOREIGN KEY (customer_id) REFERENCES customers (id)
);

CREATE INDEX orders_state_index ON orders (state, reference);
