-- The sport: matches and their leagues.
create table leagues (
  id BIGSERIAL primary key,
  name text not null,
  email varchar(255) not null unique,
  created_at timestamptz not null default now()
);

create table matches (
  id BIGSERIAL NOT NULL,
  league_id bigint not null references leagues (id) on delete cascade,
  title text not null,
  round integer not null check (round >= 0),
  played_on date not null,
  attendance integer not null check (attendance >= 0),
  state varchar(20) not null default 'planned' check (state in ('planned', 'played', 'postponed'))
);

create index matches_league_index on matches (state, league_id);
create index matches_state_index on matches (state, title);
