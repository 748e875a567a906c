-- BEGIN;

-- CREATE TABLE product_changes (
--   id BIGSERIAL PRIMARY KEY,
--   product_id BIGINT NOT NULL REFERENCES products (id) ON DELETE CASCADE,
--   title TEXT NOT NULL,
--   changed_by VARCHAR(80) NOT NULL,
--   changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
-- );
-- CREATE INDEX product_changes_row ON product_changes (product_id, changed_at);

-- ALTER TABLE products ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
-- ALTER TABLE products ADD CONSTRAINT products_once UNIQUE (supplier_id, title);
-- UPDATE products SET archived = TRUE WHERE supplier_id IS NULL;

-- COMMIT;
