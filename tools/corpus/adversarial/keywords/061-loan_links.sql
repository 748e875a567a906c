-- PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id)
-- CREATE INDEX idx ON orders (user_id); NOT NULL UNIQUE CHECK
-- WHERE id = $1
CREATE TABLE IF NOT EXISTS member_loans (
  member_id BIGINT NOT NULL,
  loan_id BIGINT NOT NULL REFERENCES loans (id),
  since DATE NOT NULL,
  PRIMARY KEY (member_id, loan_id)
);

CREATE INDEX IF NOT EXISTS member_loans_loan ON member_loans (loan_id);

CREATE TABLE IF NOT EXISTS loan_notes (
  loan_id BIGINT PRIMARY KEY REFERENCES loans (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
