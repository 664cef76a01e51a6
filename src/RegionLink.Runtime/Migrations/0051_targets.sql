-- Targets: what they say now, every version, and what provinces raised for themselves.
-- New tables only: takes no lock on anything that exists, ends at once. Older versions do not read them.

create table target (
  key text collate "C" constraint target_pkey primary key,
  metric text collate "C" not null,
  scope text collate "C" not null,
  unit text collate "C",
  region text collate "C",
  unit_of_measure text collate "C" not null,
  current_version integer not null,
  direction text collate "C" not null,
  threshold numeric not null,
  upper numeric,
  valid_from date,
  valid_until date,
  every_year_from integer,
  due_by date,
  mean_from integer,
  trajectory json not null,
  legal_source text not null,
  proposed boolean not null,
  note text,
  state json not null,
  illustrative boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint target_scope_known check (scope in ('national', 'region', 'eachProvince', 'eachCommune', 'eachDistrict', 'unit')),
  constraint target_direction_known check (direction in ('atLeast', 'moreThan', 'atMost', 'lessThan', 'between'))
);

comment on column target.unit is 'the unit judged when the scope is one unit';
comment on column target.state is 'the whole target as the rules know it: which goal binds whom in which period is decided by them, not by SQL';

create table target_version (
  target text collate "C" not null,
  number integer not null,
  direction text collate "C" not null,
  threshold numeric not null,
  upper numeric,
  valid_from date,
  valid_until date,
  every_year_from integer,
  due_by date,
  mean_from integer,
  trajectory json not null,
  legal_source text not null,
  proposed boolean not null,
  note text,
  reason text,
  ended_on date,
  set_by text collate "C" not null,
  set_at timestamptz not null,
  illustrative boolean not null,
  constraint target_version_pkey primary key (target, number)
);

create table target_raise (
  target text collate "C" not null,
  unit text collate "C" not null,
  number integer not null,
  direction text collate "C" not null,
  threshold numeric not null,
  upper numeric,
  valid_from date not null,
  legal_source text not null,
  cancelled_because text,
  raised_by text collate "C" not null,
  raised_at timestamptz not null,
  illustrative boolean not null,
  constraint target_raise_pkey primary key (target, unit, number)
);
