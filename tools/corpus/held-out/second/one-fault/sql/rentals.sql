CREATE TABLE rental (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bike_id    bigint NOT NULL REFERENCES bike (id)
    rented_at  timestamptz NOT NULL DEFAULT now(),
    back_at    timestamptz
);

CREATE INDEX rental_bike ON rental (bike_id);
