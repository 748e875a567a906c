-- Telemetry of wind turbines
CREATE TABLE turbine (
    id        integer GENERATED ALWAYS AS IDENTITY,
    label     varchar(40) NOT NULL,
    rated_kw  integer NOT NULL CHECK (rated_kw > 0),
    CONSTRAINT turbine_pk PRIMARY KEY (id),
    CONSTRAINT turbine_label_uq UNIQUE (label)
);

CREATE TABLE turbine_reading (
    turbine_id integer NOT NULL,
    read_at    timestamptz NOT NULL,
    power_kw   numeric(8,1) NOT NULL,
    CONSTRAINT turbine_reading_turbine_fk FOREIGN KEY (turbine_id) REFERENCES turbine (id)
);

CREATE INDEX turbine_reading_turbine_idx ON turbine_reading (turbine_id, read_at);
