CREATE TABLE log_line (
  written_at timestamptz NOT NULL DEFAULT now(),
  level text NOT NULL CHECK (level IN ('info', 'warn', 'error')),
  message text NOT NULL
);

CREATE INDEX log_line_written ON log_line (written_at);
