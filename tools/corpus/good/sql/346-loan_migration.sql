BEGIN;

CREATE TABLE loan_changes (
  id BIGSERIAL PRIMARY KEY,
  loan_id BIGINT NOT NULL REFERENCES loans (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX loan_changes_row ON loan_changes (loan_id, changed_at);

ALTER TABLE loans ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE loans ADD CONSTRAINT loans_once UNIQUE (member_id, note);
UPDATE loans SET archived = TRUE WHERE member_id IS NULL;

COMMIT;
