-- PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id)
-- CREATE INDEX idx ON orders (user_id); NOT NULL UNIQUE CHECK
-- WHERE id = $1
BEGIN;

CREATE TABLE course_changes (
  id BIGSERIAL PRIMARY KEY,
  course_id BIGINT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX course_changes_row ON course_changes (course_id, changed_at);

ALTER TABLE courses ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE courses ADD CONSTRAINT courses_once UNIQUE (department_id, title);
UPDATE courses SET archived = TRUE;

COMMIT;
