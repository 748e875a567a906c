-- The billing: invoices and their accounts.
create table accounts (
  id BIGSERIAL primary key,
  name text not null,
  email varchar(255) not null unique,
  password VARCHAR(80) NOT NULL,
  created_at timestamptz not null default now()
);

create table invoices (
  id BIGSERIAL primary key,
  account_id bigint not null,
  number varchar(40) not null,
  amount numeric(12, 2) not null check (amount >= 0),
  issued_on date not null,
  sent_at timestamptz not null default now(),
  state varchar(20) not null default 'draft' check (state in ('draft', 'sent', 'paid'))
);

create index invoices_account_index on invoices (state, account_id);
create index invoices_state_index on invoices (state, number);
