BEGIN;

CREATE TABLE enrolment_changes (
  id BIGSERIAL PRIMARY KEY,
  enrolment_id BIGINT NOT NULL REFERENCES enrolments (id) ON DELETE CASCADE,
  term TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX enrolment_changes_row ON enrolment_changes (enrolment_id, changed_at);

ALTER TABLE enrolments ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE enrolments ADD CONSTRAINT enrolments_once UNIQUE (student_id, term);
UPDATE enrolments SET archived = TRUE;

COMMIT;

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
