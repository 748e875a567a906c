-- migrate:up
CREATE TYPE invite_state AS ENUM ('pending', 'accepted', 'revoked');

CREATE TABLE team_invite (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    team_id     uuid NOT NULL,
    invited_by  uuid NOT NULL,
    email       varchar(254) NOT NULL,
    state       invite_state NOT NULL DEFAULT 'pending',
    created_at  timestamptz NOT NULL DEFAULT now(),
    answered_at timestamptz,
    CONSTRAINT team_invite_team_fk FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE,
    CONSTRAINT team_invite_invited_by_fk FOREIGN KEY (invited_by) REFERENCES app_user (id),
    CONSTRAINT team_invite_once UNIQUE (team_id, email)
);

CREATE INDEX team_invite_invited_by_idx ON team_invite (invited_by);

-- migrate:down
DROP TABLE team_invite;
DROP TYPE invite_state;
