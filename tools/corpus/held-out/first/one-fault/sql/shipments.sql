CREATE TABLE shipment (
  id bigint PRIMARY KEY,
  order_id bigint NOT NULL REFERENCES purchase (id),
  truck_id bigint NOT NULL REFERENCES truck (id)
);

CREATE INDEX shipment_order ON shipment (order_id);
