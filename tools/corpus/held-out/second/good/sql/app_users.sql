-- Accounts. Only the Argon2id hash of a password is kept, never the password.
CREATE TABLE app_user (
    id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email               citext NOT NULL UNIQUE,
    password_hash       text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    password_changed_at timestamptz NOT NULL DEFAULT now(),
    external_id         text,
    invited_by          uuid REFERENCES app_user (id) ON DELETE SET NULL
);

CREATE INDEX app_user_invited_by_idx ON app_user (invited_by);

COMMENT ON COLUMN app_user.external_id IS 'the number in the identity provider of the customer, not one of our tables';
