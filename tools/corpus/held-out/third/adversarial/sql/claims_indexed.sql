-- PostgreSQL. Every foreign key below is covered by an index (see the end of the file).
CREATE TABLE machine (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plant text NOT NULL
);

CREATE TABLE stoppage (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    machine_id bigint NOT NULL REFERENCES machine (id), -- indexed: stoppage_machine_id_idx
    began_at   timestamptz NOT NULL,
    ended_at   timestamptz
);

/* CREATE INDEX stoppage_machine_id_idx ON stoppage (machine_id); */
COMMENT ON TABLE stoppage IS 'CREATE INDEX stoppage_machine_id_idx ON stoppage (machine_id);';
