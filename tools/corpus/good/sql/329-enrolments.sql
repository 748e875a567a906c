-- The school: enrolments and their students.
CREATE TABLE students (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE enrolments (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  student_id BIGINT NOT NULL REFERENCES students (id) ON DELETE CASCADE,
  term VARCHAR(40) NOT NULL,
  grade INTEGER NOT NULL CHECK (grade >= 0),
  paid BOOLEAN NOT NULL DEFAULT FALSE,
  enrolled_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  state VARCHAR(20) NOT NULL DEFAULT 'applied' CHECK (state IN ('applied', 'accepted', 'dropped'))
);

CREATE INDEX enrolments_student_index ON enrolments (student_id);
CREATE INDEX enrolments_state_index ON enrolments (state, term);
