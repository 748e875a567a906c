BEGIN;

CREATE TABLE appointment_changes (
  id BIGSERIAL PRIMARY KEY,
  appointment_id BIGINT NOT NULL REFERENCES appointments (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

ALTER TABLE appointments ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE appointments ADD CONSTRAINT appointments_once UNIQUE (patient_id, reason);
UPDATE appointments SET archived = TRUE WHERE patient_id IS NULL;

COMMIT;
