-- PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id)
-- CREATE INDEX idx ON orders (user_id); NOT NULL UNIQUE CHECK
-- WHERE id = $1
BEGIN;

CREATE TABLE enrolment_changes (
  id BIGSERIAL NOT NULL,
  enrolment_id BIGINT NOT NULL REFERENCES enrolments (id) ON DELETE CASCADE,
  term TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX enrolment_changes_row ON enrolment_changes (enrolment_id, changed_at);

ALTER TABLE enrolments ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE enrolments ADD CONSTRAINT enrolments_once UNIQUE (student_id, term);
UPDATE enrolments SET archived = TRUE WHERE student_id IS NULL;

COMMIT;
