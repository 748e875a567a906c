-- id is the PRIMARY KEY; vehicle_id REFERENCES vehicle (id) and has an index.
CREATE TABLE gps_fix (
    id         bigint NOT NULL, -- PRIMARY KEY
    fixed_at   timestamptz NOT NULL,
    latitude   numeric(9, 6) NOT NULL,
    longitude  numeric(9, 6) NOT NULL,
    remark     text NOT NULL DEFAULT 'PRIMARY KEY (id)'
);
