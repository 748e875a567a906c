-- PostgreSQL: consignments and their legs.
BEGIN;

CREATE TABLE carrier (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scac       char(4)     NOT NULL UNIQUE,
    legal_name text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE consignment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    carrier_id   bigint        NOT NULL REFERENCES carrier (id) ON DELETE RESTRICT,
    reference    text          NOT NULL,
    weight_kg    numeric(10,2) NOT NULL CHECK (weight_kg > 0),
    delivered_at timestamptz,
    UNIQUE (carrier_id, reference)
);

CREATE TABLE consignment_leg (
    consignment_id bigint   NOT NULL REFERENCES consignment (id) ON DELETE CASCADE,
    position       smallint NOT NULL CHECK (position > 0),
    from_unlocode  char(5)  NOT NULL,
    to_unlocode    char(5)  NOT NULL,
    PRIMARY KEY (consignment_id, position),
    CHECK (from_unlocode <> to_unlocode)
);

COMMENT ON TABLE consignment_leg IS 'A part of the way, in the order of position.';

COMMIT;
