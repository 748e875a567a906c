BEGIN;

CREATE TABLE invoice_changes (
  id BIGSERIAL PRIMARY KEY,
  invoice_id BIGINT NOT NULL,
  number TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX invoice_changes_row ON invoice_changes (invoice_id, changed_at);

ALTER TABLE invoices ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE invoices ADD CONSTRAINT invoices_once UNIQUE (account_id, number);
UPDATE invoices SET archived = TRUE WHERE account_id IS NULL;

COMMIT;
