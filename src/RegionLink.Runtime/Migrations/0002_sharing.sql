-- Who may read which kind of a unit's data; read by every list. A unit without a row shares by the default of the kind.
-- New table only.

create table sharing (
  unit text collate "C" not null,
  kind text collate "C" not null,
  level text collate "C" not null,
  version bigint not null,
  constraint sharing_pkey primary key (unit, kind),
  constraint sharing_level_known check (level in ('public', 'region', 'private'))
);
