CREATE TABLE page (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    path text NOT NULL UNIQUE
);

CREATE TABLE page_view (
    page_id   bigint NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    viewed_at timestamptz NOT NULL DEFAULT now(),
    referrer  text
);

CREATE INDEX page_view_page_id_idx ON page_view (page_id, viewed_at);
