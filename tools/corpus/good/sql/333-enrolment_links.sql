CREATE TABLE IF NOT EXISTS student_enrolments (
  student_id BIGINT NOT NULL REFERENCES students (id),
  enrolment_id BIGINT NOT NULL REFERENCES enrolments (id),
  since DATE NOT NULL,
  PRIMARY KEY (student_id, enrolment_id)
);

CREATE INDEX IF NOT EXISTS student_enrolments_enrolment ON student_enrolments (enrolment_id);

CREATE TABLE IF NOT EXISTS enrolment_notes (
  enrolment_id BIGINT PRIMARY KEY REFERENCES enrolments (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
