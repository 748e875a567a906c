-- The billing: payments and their accounts.
create table accounts (
  id BIGSERIAL primary key,
  name text not null,
  email varchar(255) not null unique,
  created_at timestamptz not null default now()
);

create table payments (
  id BIGSERIAL primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  method text not null,
  amount numeric(12, 2) not null check (amount >= 0),
  received_at timestamptz not null default now(),
  refunded boolean not null default false,
  state varchar(20) not null default 'pending' check (state in ('pending', 'settled', 'failed'))
);

create index payments_state_index on payments (state, method);
