-- The event log, the only source of truth, and what the single writer needs beside it.
-- New tables only: takes no lock on anything that exists, ends at once. Nothing older runs against it.

create table event (
  position bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  stream text collate "C" not null,
  version bigint not null,
  type text collate "C" not null,
  data json not null,
  actor text collate "C" not null,
  at timestamptz not null,
  command_id uuid not null,
  hash bytea not null,
  constraint event_stream_version primary key (stream, version),
  constraint event_version_positive check (version > 0),
  constraint event_hash_is_sha256 check (octet_length(hash) = 32)
);

comment on column event.data is 'json, not jsonb: the bytes are part of the hash chain and must stay as written';
comment on column event.xid is 'the writing transaction; a reader since a position must not pass one still in flight';

create index event_xid_position on event (xid, position);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The event log is append-only.' using errcode = 'RL002';
end
$$;

create trigger event_is_append_only
  before update or delete or truncate on event
  for each statement execute function refuse_change();

-- The first answer to a command that came with an idempotency key.
create table command (
  id uuid constraint command_seen primary key,
  stream text collate "C" not null,
  body_hash bytea not null,
  last_version bigint not null,
  at timestamptz not null
);

create table snapshot (
  stream text collate "C" primary key,
  version bigint not null,
  format integer not null,
  hash bytea not null,
  state json not null
);

-- Guards: streams that a command depends on without writing them. Writers of a guardable stream hold its lock exclusively, commands
-- guarded by it hold it shared, both until commit; so a guard that was true when checked is still true when the transaction commits.
-- Locks are taken in one order (by stream) everywhere. Raises RL001, the stream in the detail, when a guard has moved.
create function hold_guards(written text[], guards text[], versions bigint[]) returns void language plpgsql as $$
declare
  s record;
  moved text;
begin
  for s in
    select stream, bool_or(is_written) as is_written
      from (select unnest(written) as stream, true as is_written
            union all
            select unnest(guards), false) as streams
     group by stream
     order by stream collate "C"
  loop
    if s.is_written then
      perform pg_advisory_xact_lock(hashtextextended(s.stream, 7201));
    else
      perform pg_advisory_xact_lock_shared(hashtextextended(s.stream, 7201));
    end if;
  end loop;

  select g.stream into moved
    from unnest(guards, versions) as g (stream, version)
   where g.version <> coalesce((select max(e.version) from event e where e.stream = g.stream), 0)
   limit 1;

  if found then
    raise exception 'A guard has moved.' using errcode = 'RL001', detail = moved;
  end if;
end
$$;
