create table aircraft (
  id           integer primary key,
  registration text not null unique,
  seats        integer not null check (seats > 0)
);

create table flight (
  id          integer primary key,
  number      text not null,
  departs_at  text not null,
  aircraft_id integer not null
);

create index flight_departs_at on flight (departs_at);
create index flight_aircraft on flight (aircraft_id);
