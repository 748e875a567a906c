-- SQLite schema of the game's save file
PRAGMA foreign_keys = ON;

CREATE TABLE IF NOT EXISTS hero (
    hero_id INTEGER PRIMARY KEY,
    name    TEXT    NOT NULL COLLATE NOCASE UNIQUE,
    level   INTEGER NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 99)
) STRICT;

CREATE TABLE IF NOT EXISTS item (
    item_id INTEGER PRIMARY KEY,
    hero_id INTEGER NOT NULL REFERENCES hero (hero_id) ON DELETE CASCADE,
    kind    TEXT    NOT NULL CHECK (kind IN ('weapon', 'armour', 'potion')),
    amount  INTEGER NOT NULL DEFAULT 1 CHECK (amount > 0)
) STRICT;

CREATE INDEX IF NOT EXISTS item_hero_id ON item (hero_id);
