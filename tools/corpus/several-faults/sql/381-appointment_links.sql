CREATE TABLE IF NOT EXISTS patient_appointments (
  patient_id BIGINT NOT NULL REFERENCES patients (id),
  appointment_id BIGINT NOT NULL REFERENCES appointments (id),
  since DATE NOT NULL,
  PRIMARY KEY (patient_id, appointment_id)
);


CREATE TABLE IF NOT EXISTS appointment_notes (
  appointment_id BIGINT PRIMARY KEY REFERENCES appointments (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
