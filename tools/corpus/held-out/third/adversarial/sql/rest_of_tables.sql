CREATE TABLE station (
    id   serial PRIMARY KEY,
    name text NOT NULL UNIQUE
);

-- ... remaining tables (line, stop, departure) follow the same pattern ...

CREATE INDEX departure_stop_id_idx ON departure (stop_id);
