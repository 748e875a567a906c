PRAGMA foreign_keys = ON;

CREATE TABLE app_user (
    user_id     INTEGER PRIMARY KEY,
    login       TEXT NOT NULL UNIQUE,
    password    TEXT NOT NULL,
    created_at  TEXT NOT NULL DEFAULT (datetime('now'))
);

CREATE TABLE login_attempt (
    attempt_id  INTEGER PRIMARY KEY,
    user_id     INTEGER NOT NULL REFERENCES app_user (user_id) ON DELETE CASCADE,
    succeeded   INTEGER NOT NULL CHECK (succeeded IN (0, 1)),
    at          TEXT NOT NULL
);

CREATE INDEX login_attempt_user ON login_attempt (user_id, at);
