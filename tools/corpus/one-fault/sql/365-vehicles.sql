-- The fleet: vehicles and their depots.
create table depots (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email varchar(255) not null unique,
  password VARCHAR(80) NOT NULL,
  created_at timestamptz not null default now()
);

create table vehicles (
  id uuid primary key default gen_random_uuid(),
  depot_id uuid not null,
  plate varchar(40) not null,
  seats integer not null check (seats >= 0),
  bought_on date not null,
  electric boolean not null default false,
  state varchar(20) not null default 'ready' check (state in ('ready', 'serviced', 'sold')),
  foreign key (depot_id) references depots (id)
);

create index vehicles_depot_index on vehicles (depot_id);
create index vehicles_state_index on vehicles (state, plate);
