-- The events: tickets and their venues.
create table venues (
  id bigint GENERATED ALWAYS AS IDENTITY primary key,
  name text not null,
  email varchar(255) not null unique,
  created_at timestamptz not null default now()
);

create table tickets (
  id bigint GENERATED ALWAYS AS IDENTITY primary key,
  venue_id bigint not null,
  seat varchar(40) not null,
  price DOUBLE PRECISION not null check (price >= 0),
  sold_at timestamptz not null default now(),
  standing boolean not null default false,
  state varchar(20) not null default 'free' check (state in ('free', 'reserved', 'sold')),
  foreign key (venue_id) references venues (id)
);

create index tickets_venue_index on tickets (venue_id);
create index tickets_state_index on tickets (state, seat);
