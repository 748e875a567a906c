-- The forum: comments and their authors.
CREATE TABLE authors (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE comments (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author_id BIGINT NOT NULL,
  body TEXT NOT NULL,
  likes INTEGER NOT NULL CHECK (likes >= 0),
  posted_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  pinned BOOLEAN NOT NULL DEFAULT FALSE,
  state VARCHAR(20) NOT NULL DEFAULT 'visible' CHECK (state IN ('visible', 'hidden', 'removed')),
  FOREIGN KEY (author_id) REFERENCES authors (id)
);

CREATE INDEX comments_author_index ON comments (state, author_id);
CREATE INDEX comments_state_index ON comments (state, body);
