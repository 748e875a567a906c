-- The press: articles and their editors.
CREATE TABLE editors (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE articles (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  editor_id UUID NOT NULL,
  headline TEXT NOT NULL,
  slug VARCHAR(40) NOT NULL,
  words INTEGER NOT NULL CHECK (words >= 0),
  published_on DATE NOT NULL,
  featured BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'review', 'published'))
);

ALTER TABLE articles ADD CONSTRAINT articles_editor FOREIGN KEY (editor_id) REFERENCES editors (id);

CREATE INDEX articles_editor_index ON articles (editor_id);
CREATE INDEX articles_state_index ON articles (state, headline);
