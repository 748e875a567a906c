-- Accounts: only the hash of a password (argon2id) is kept, never the password.
create table account (
  account_id    uuid primary key default gen_random_uuid(),
  email         citext not null unique,
  password_hash text not null check (password_hash like '$argon2id$%'),
  created_at    timestamptz not null default current_timestamp
);

create table account_role (
  account_id uuid not null references account on delete cascade,
  role       text not null check (role in ('reader', 'archivist', 'admin')),
  primary key (account_id, role)
);
