-- The press: articles and their editors.
CREATE TABLE editors (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  password VARCHAR(80) NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE articles (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  editor_id BIGINT NOT NULL,
  headline TEXT NOT NULL,
  slug VARCHAR(40) NOT NULL,
  words INTEGER NOT NULL CHECK (words >= 0),
  published_on DATE NOT NULL,
  featured BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'review', 'published'))
);

CREATE INDEX articles_editor_index ON articles (state, editor_id);
CREATE INDEX articles_state_index ON articles (state, headline);

CREATE TABLE audit_log (
  happened_at TIMESTAMPTZ NOT NULL,
  message TEXT NOT NULL
);
