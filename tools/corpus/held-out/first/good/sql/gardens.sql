CREATE TABLE garden (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  area numeric(8, 2) NOT NULL CHECK (area > 0)
);

CREATE TABLE bed (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  garden_id bigint NOT NULL REFERENCES garden (id) ON DELETE CASCADE,
  label text NOT NULL,
  UNIQUE (garden_id, label)
);

CREATE INDEX bed_garden ON bed (garden_id);
