-- The shop: products and their suppliers.
CREATE TABLE suppliers (
  id BIGSERIAL PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE products (
  id BIGSERIAL PRIMARY KEY,
  supplier_id BIGINT NOT NULL,
  title TEXT NOT NULL,
  sku VARCHAR(40) NOT NULL,
  price NUMERIC(12, 2) NOT NULL CHECK (price >= 0),
  stock INTEGER NOT NULL CHECK (stock >= 0),
  active BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'active', 'retired'))
);

ALTER TABLE products ADD CONSTRAINT products_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id);

CREATE INDEX products_supplier_index ON products (supplier_id);
CREATE INDEX products_state_index ON products (state, title);
