-- Roles of the school's database. No role may do more than it needs.

CREATE ROLE school_read NOLOGIN;
CREATE ROLE school_write NOLOGIN;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA school TO school_read, school_write;

GRANT SELECT ON ALL TABLES IN SCHEMA school TO school_read;
GRANT SELECT, INSERT, UPDATE ON school.pupil, school.enrolment TO school_write;

ALTER DEFAULT PRIVILEGES IN SCHEMA school
    GRANT SELECT ON TABLES TO school_read;
