CREATE TABLE playlist_track (
  playlist_id uuid NOT NULL REFERENCES playlist (id),
  track_id uuid NOT NULL REFERENCES track (id),
  position integer NOT NULL CHECK (position >= 1),
  PRIMARY KEY (playlist_id, track_id)
);

CREATE INDEX playlist_track_track ON playlist_track (track_id);
