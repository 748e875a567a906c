CREATE TABLE IF NOT EXISTS department_courses (
  department_id BIGINT NOT NULL REFERENCES departments (id),
  course_id BIGINT NOT NULL REFERENCES courses (id),
  since DATE NOT NULL,
  PRIMARY KEY (department_id, course_id)
);

CREATE INDEX IF NOT EXISTS department_courses_course ON department_courses (course_id);

CREATE TABLE IF NOT EXISTS course_notes (
  course_id BIGINT PRIMARY KEY REFERENCES courses (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
