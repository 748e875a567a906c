CREATE TABLE playlist (
    id    uuid PRIMARY KEY,
    title text NOT NULL
);

CREATE TABLE track (
    id       uuid PRIMARY KEY,
    title    text NOT NULL,
    seconds  integer NOT NULL CHECK (seconds > 0)
);

CREATE TABLE playlist_track (
    playlist_id uuid NOT NULL,
    track_id    uuid NOT NULL,
    position    integer NOT NULL,
    PRIMARY KEY (playlist_id, track_id),
    UNIQUE (playlist_id, position),
    FOREIGN KEY (playlist_id) REFERENCES playlist (id) ON DELETE CASCADE,
    FOREIGN KEY (track_id) REFERENCES track (id) ON DELETE CASCADE
);
