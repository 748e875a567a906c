-- Who changed what. Rows are never changed, so nothing refers to them.
CREATE TABLE audit_entries (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    actor       VARCHAR(120) NOT NULL,
    action      VARCHAR(40)  NOT NULL,
    target      TEXT         NOT NULL,
    details     JSONB        NOT NULL DEFAULT '{}',
    happened_at TIMESTAMPTZ  NOT NULL DEFAULT now()
);

CREATE INDEX audit_entries_target ON audit_entries (target, happened_at DESC);

COMMENT ON TABLE audit_entries IS 'Append only; kept for two years';
