CREATE TABLE shopper (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email          text NOT NULL UNIQUE,
    plain_password text NOT NULL
);

CREATE TABLE product (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    label text NOT NULL,
    cents integer NOT NULL CHECK (cents >= 0)
);

CREATE TABLE cart (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shopper_id bigint NOT NULL REFERENCES shopper (id)
);

CREATE INDEX cart_shopper_id_idx ON cart (shopper_id);

CREATE TABLE cart_item (
    cart_id    bigint NOT NULL REFERENCES cart (id),
    product_id bigint NOT NULL,
    quantity   integer NOT NULL DEFAULT 1
);

GRANT ALL ON TABLE shopper, product, cart, cart_item TO PUBLIC;
