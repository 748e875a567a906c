-- The warehouse: deliveries and their carriers.
CREATE TABLE carriers (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE deliveries (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  carrier_id UUID NOT NULL,
  reference VARCHAR(40) NOT NULL,
  parcels INTEGER NOT NULL CHECK (parcels >= 0),
  weight INTEGER NOT NULL CHECK (weight >= 0),
  arrives_on DATE NOT NULL,
  state VARCHAR(20) NOT NULL DEFAULT 'expected' CHECK (state IN ('expected', 'received', 'refused')),
  FOREIGN KEY (carrier_id) REFERENCES carriers (id)
);

CREATE INDEX deliveries_carrier_index ON deliveries (carrier_id);
CREATE INDEX deliveries_state_index ON deliveries (state, reference);
