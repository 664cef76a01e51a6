-- Reference data: what the provinces folder says about units, their history, metrics, sources and acts. Written as a whole when the
-- folder's content hash changes, else only read. New tables only: takes no lock on anything that exists. Older versions do not read them.
-- No foreign keys point here: a figure of a unit that a correction removed stays, and is found by its key.

create table source (
  id text collate "C" constraint source_pkey primary key,
  title text not null,
  url text not null,
  published text not null,
  trust text collate "C" not null,
  note text not null,
  constraint source_trust_known check (trust in ('high', 'medium', 'low'))
);

create table legal_act (
  number text collate "C" constraint legal_act_pkey primary key,
  title_vi text not null,
  title_en text not null,
  adopted date,
  effective date,
  status text collate "C" not null,
  repeals text[] not null,
  source text collate "C" not null,
  note text
);

create table unit (
  key text collate "C" constraint unit_pkey primary key,
  code text collate "C" not null,
  valid_from date,
  valid_to date,
  level text collate "C" not null,
  kind text collate "C" not null,
  name_vi text not null,
  full_name_vi text not null,
  name_en text not null,
  -- the names folded for searching, see VietnameseSearch.Words
  search text not null,
  -- code, not key: a commune stays below its province when only the province gets a new version
  parent_code text collate "C",
  region_code text collate "C",
  former_province text collate "C",
  district text,
  area_km2 numeric,
  population_indicative integer,
  latitude numeric,
  longitude numeric,
  seat text,
  acts text[] not null,
  source text collate "C",
  note text,
  constraint unit_ends_after_it_begins check (valid_to is null or valid_from is null or valid_to >= valid_from)
);

create index unit_parent on unit (parent_code, level);

create table unit_link (
  from_key text collate "C" not null,
  to_key text collate "C" not null,
  whole boolean not null,
  acts text[] not null,
  source text collate "C" not null,
  note text,
  constraint unit_link_pkey primary key (from_key, to_key)
);

create table metric (
  id text collate "C" constraint metric_pkey primary key,
  name_vi text not null,
  name_en text not null,
  unit text collate "C" not null,
  kind text collate "C" not null,
  numerator text collate "C",
  denominator text collate "C",
  direction text collate "C" not null,
  pillar text collate "C",
  staged boolean not null,
  methods text[] not null,
  note text,
  constraint metric_parts_come_together check ((numerator is null) = (denominator is null))
);

create table reference_document (
  name text collate "C" constraint reference_document_pkey primary key,
  content json not null
);

-- What was loaded last; one row.
create table reference_load (
  singleton boolean default true constraint reference_load_pkey primary key,
  hash bytea not null,
  loaded_at timestamptz not null default now(),
  constraint reference_load_is_one_row check (singleton)
);
