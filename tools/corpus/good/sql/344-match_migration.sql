BEGIN;

CREATE TABLE match_changes (
  id BIGSERIAL PRIMARY KEY,
  match_id BIGINT NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX match_changes_row ON match_changes (match_id, changed_at);

ALTER TABLE matches ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE matches ADD CONSTRAINT matches_once UNIQUE (league_id, title);
UPDATE matches SET archived = TRUE WHERE league_id IS NULL;

COMMIT;
