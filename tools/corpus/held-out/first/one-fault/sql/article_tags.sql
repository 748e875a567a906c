CREATE TABLE article_tag (
  article_id integer NOT NULL REFERENCES article (id),
  tag_id integer NOT NULL REFERENCES tag (id)
);

CREATE INDEX article_tag_article ON article_tag (article_id);
CREATE INDEX article_tag_tag ON article_tag (tag_id);
