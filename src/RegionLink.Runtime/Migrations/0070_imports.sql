-- Files taken in: what became of each, its faults and the changes of its rows. Kept for the sender, not part of the log: what a file
-- changed is in the log under the grains it changed.
-- New tables only: takes no lock on anything that exists, ends at once. Older versions do not read them.

create table import (
  id uuid constraint import_pkey primary key,
  kind text collate "C" not null,
  unit text collate "C",
  file_name text not null,
  file_hash bytea not null,
  size_bytes bigint not null,
  dry_run boolean not null,
  good_rows boolean not null,
  by text collate "C" not null,
  status text collate "C" not null,
  stage text collate "C" not null,
  rows_read integer not null default 0,
  rows_done integer not null default 0,
  counts jsonb,
  questions jsonb,
  failure text,
  created_at timestamptz not null,
  beat_at timestamptz not null,
  finished_at timestamptz,
  constraint import_status_known check (status in ('running', 'ready', 'done', 'partly', 'refused', 'asks', 'failed')),
  constraint import_stage_known check (stage in ('load', 'prepare', 'validate', 'write', 'end'))
);

comment on column import.beat_at is 'last sign of life; a running import without one for a minute was interrupted and may be sent again';

create index import_of_sender on import (by, created_at desc);

create table import_fault (
  import uuid not null,
  position integer not null,
  sheet text,
  cell text,
  row_number integer,
  value text,
  code text collate "C" not null,
  vi text not null,
  en text not null,
  remedy_vi text,
  remedy_en text,
  notice boolean not null,
  constraint import_fault_pkey primary key (import, position),
  constraint import_fault_of_import foreign key (import) references import (id) on delete cascade
);

create table import_row (
  import uuid not null,
  row_number integer not null,
  key text not null,
  change text collate "C" not null,
  fields jsonb not null,
  constraint import_row_pkey primary key (import, row_number),
  constraint import_row_of_import foreign key (import) references import (id) on delete cascade,
  constraint import_row_change_known check (change in ('new', 'changed', 'unchanged', 'conflict'))
);
