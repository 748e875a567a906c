CREATE TABLE pupil (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    first_name text NOT NULL,
    last_name  text NOT NULL
);

CREATE TABLE pupil_contact (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pupil_id integer NOT NULL REFERENCES pupil (id) ON DELETE CAS