-- The shop: orders and their customers.
create table customers (
  id bigint GENERATED ALWAYS AS IDENTITY primary key,
  name text not null,
  email varchar(255) not null unique,
  created_at timestamptz not null default now()
);

create table orders (
  id bigint GENERATED ALWAYS AS IDENTITY primary key,
  customer_id bigint not null,
  reference varchar(40) not null,
  total REAL not null check (total >= 0),
  placed_at timestamptz not null default now(),
  gift_wrap boolean not null default false,
  state varchar(20) not null default 'open' check (state in ('open', 'paid', 'shipped', 'cancelled'))
);

alter table orders add constraint orders_customer foreign key (customer_id) references customers (id);

create index orders_customer_index on orders (customer_id);
create index orders_state_index on orders (state, reference);
