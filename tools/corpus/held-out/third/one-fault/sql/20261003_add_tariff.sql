-- migrate:up
CREATE TABLE tariff (
    id            integer PRIMARY KEY,
    name          text NOT NULL UNIQUE,
    cents_per_kwh numeric(6, 3) NOT NULL
);

INSERT INTO tariff (id, name, cents_per_kwh) VALUES (1, 'basic', 31.5);

ALTER TABLE contract
    ADD COLUMN tariff_id integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT contract_tariff_fk FOREIGN KEY (tariff_id) REFERENCES tariff (id);

-- migrate:down
ALTER TABLE contract DROP COLUMN tariff_id;
DROP TABLE tariff;
