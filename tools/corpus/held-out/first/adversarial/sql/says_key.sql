-- PRIMARY KEY (id)
CREATE TABLE visit (
  page text NOT NULL DEFAULT 'PRIMARY KEY (page)', -- PRIMARY KEY
  at timestamptz NOT NULL
);
COMMENT ON TABLE visit IS 'PRIMARY KEY (page, at); CREATE INDEX ON visit (page)';
