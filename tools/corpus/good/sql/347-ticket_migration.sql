BEGIN;

CREATE TABLE ticket_changes (
  id BIGSERIAL PRIMARY KEY,
  ticket_id BIGINT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  seat TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX ticket_changes_row ON ticket_changes (ticket_id, changed_at);

ALTER TABLE tickets ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE tickets ADD CONSTRAINT tickets_once UNIQUE (venue_id, seat);
UPDATE tickets SET archived = TRUE WHERE venue_id IS NULL;

COMMIT;
