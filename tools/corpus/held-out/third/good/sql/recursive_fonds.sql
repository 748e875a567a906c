-- SQLite: the tree of an archive's holdings.
CREATE TABLE holding (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id INTEGER REFERENCES holding (id) ON DELETE RESTRICT,
    signature TEXT NOT NULL UNIQUE,
    title     TEXT NOT NULL
);

CREATE INDEX idx_holding_parent ON holding (parent_id);

CREATE VIEW holding_path (id, path, depth) AS
WITH RECURSIVE walk (id, path, depth) AS (
    SELECT id, signature, 0 FROM holding WHERE parent_id IS NULL
    UNION ALL
    SELECT h.id, w.path || ' / ' || h.signature, w.depth + 1
      FROM holding AS h
      JOIN walk AS w ON h.parent_id = w.id
)
SELECT id, path, depth FROM walk;
