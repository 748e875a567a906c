PRAGMA foreign_keys = ON;

BEGIN;

create table warehouse (
  id   integer primary key,
  code text not null unique,
  city text not null
) strict;

create table item (
  id    integer primary key,
  sku   text not null unique,
  label text not null
) strict;

create table stock_level (
  warehouse_id integer not null references warehouse (id) on delete cascade,
  item_id      integer not null references item (id) on delete cascade,
  quantity     integer not null default 0 check (quantity >= 0),
  counted_at   text not null default (datetime('now')),
  primary key (warehouse_id, item_id)
) strict, without rowid;

-- the primary key serves warehouse_id; the other direction needs its own
create index stock_level_item on stock_level (item_id);

COMMIT;
