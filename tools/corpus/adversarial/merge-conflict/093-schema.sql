-- The fleet: vehicles and their depots.
CREATE TABLE depots (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE vehicles (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  depot_id UUID NOT NULL,
<<<<<<< HEAD
  plate VARCHAR(40) NOT NULL,
=======
  plate VARCHAR(40) NOT NULL, 
>>>>>>> feature
  seats INTEGER NOT NULL CHECK (seats >= 0),
  bought_on DATE NOT NULL,
  electric BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'serviced', 'sold'))
);

ALTER TABLE vehicles ADD CONSTRAINT vehicles_depot FOREIGN KEY (depot_id) REFERENCES depots (id);

CREATE INDEX vehicles_depot_index ON vehicles (depot_id);
CREATE INDEX vehicles_state_index ON vehicles (state, plate);
