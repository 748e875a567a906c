-- Database of a school (PostgreSQL).
BEGIN;

CREATE TABLE teacher (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    full_name text NOT NULL,
    email     text NOT NULL UNIQUE
);

CREATE TABLE course (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    teacher_id bigint NOT NULL REFERENCES teacher (id),
    title      text NOT NULL,
    starts_on  date NOT NULL,
    ends_on    date NOT NULL,
    CHECK (starts_on < ends_on)
);

CREATE INDEX course_teacher_id_idx ON course (teacher_id);

CREATE TABLE pupil (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    full_name text NOT NULL,
    born_on   date NOT NULL
);

CREATE TABLE enrolment (
    course_id   bigint NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    pupil_id    bigint NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (course_id, pupil_id)
);

CREATE INDEX enrolment_pupil_id_idx ON enrolment (pupil_id);

CREATE TABLE exam_result (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    course_id bigint NOT NULL,
    pupil_id  bigint NOT NULL,
    graded_by bigint NOT NULL REFERENCES teacher (id),
    points    smallint NOT NULL CHECK (points BETWEEN 0 AND 100),
    graded_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (course_id, pupil_id) REFERENCES enrolment (course_id, pupil_id) ON DELETE CASCADE
);

CREATE INDEX exam_result_enrolment_idx ON exam_result (course_id, pupil_id);

COMMIT;
