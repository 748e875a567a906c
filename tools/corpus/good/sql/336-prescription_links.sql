CREATE TABLE IF NOT EXISTS patient_prescriptions (
  patient_id BIGINT NOT NULL REFERENCES patients (id),
  prescription_id BIGINT NOT NULL REFERENCES prescriptions (id),
  since DATE NOT NULL,
  PRIMARY KEY (patient_id, prescription_id)
);

CREATE INDEX IF NOT EXISTS patient_prescriptions_prescription ON patient_prescriptions (prescription_id);

CREATE TABLE IF NOT EXISTS prescription_notes (
  prescription_id BIGINT PRIMARY KEY REFERENCES prescriptions (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
