-- Read tables of projects: one row per project with what lists filter and sort by and the whole state for the detail page, the due
-- dates of required steps with the days they held (so that lateness can be asked for any day), and the progress reports.
-- New tables only: takes no lock on anything that exists, ends at once. Older versions do not read them.

create table project (
  key text collate "C" constraint project_pkey primary key,
  unit text collate "C" not null,
  number text collate "C" not null,
  name text not null,
  name_search text not null,
  name_bare text collate "C" not null,
  owner_agency text not null,
  owner_search text not null,
  pillar text collate "C" not null,
  category text collate "C" not null,
  form text collate "C" not null,
  regime text collate "C" not null,
  state text collate "C" not null,
  state_funding_vnd bigint not null,
  non_state_funding_vnd bigint not null,
  ceiling_vnd bigint,
  decision_number text,
  decision_on date,
  committed_vnd bigint not null,
  disbursed_vnd bigint,
  planned_disbursed_vnd bigint,
  percent numeric(5, 2),
  planned_percent numeric(5, 2),
  reported_on date,
  progress_origin text collate "C",
  delay_reasons text[] not null,
  proposed_on date not null,
  approved_on date,
  started_on date,
  ended_on date,
  planned_finish date,
  slip_days integer not null,
  open_dues date[] not null,
  open_risks integer not null,
  highest_risk integer,
  systems text[] not null,
  linked text[] not null,
  detail jsonb not null,
  illustrative boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint project_state_known check (state in ('proposed', 'approved', 'running', 'paused', 'done', 'cancelled')),
  constraint project_committed_within_ceiling check (committed_vnd <= coalesce(ceiling_vnd, 0)),
  constraint project_disbursed_within_ceiling check (disbursed_vnd <= ceiling_vnd),
  constraint project_ended_when_over check ((state in ('done', 'cancelled')) = (ended_on is not null)),
  constraint project_once unique (unit, number)
);

comment on column project.name_search is 'whole words with their tones, a space on both sides of each; see VietnameseSearch.Words';
comment on column project.name_bare is 'the words without diacritics, for likeness; see VietnameseSearch.Bare';
comment on column project.open_dues is 'present due dates of required steps that are neither done nor skipped, earliest first';
comment on column project.percent is 'with the other progress columns: from the report of the latest day';
comment on column project.detail is 'the whole state of the project, in the form of its snapshots';

create index project_by_unit_state on project (unit, state);
create index project_by_ceiling on project (ceiling_vnd);
create index project_by_linked on project using gin (linked);

create table project_due (
  project text collate "C" not null,
  step text collate "C" not null,
  baseline integer not null,
  unit text collate "C" not null,
  from_day date,
  until_day date,
  due date not null,
  required boolean not null,
  closed_on date,
  constraint project_due_pkey primary key (project, step, baseline)
);

comment on table project_due is 'one row per step and plan: the date held from from_day (null: ever) until the day before until_day (null: still)';
comment on column project_due.closed_on is 'day the step was done or skipped';

create table project_progress (
  project text collate "C" not null,
  as_of date not null,
  unit text collate "C" not null,
  percent numeric(5, 2) not null,
  disbursed_vnd bigint not null,
  planned_percent numeric(5, 2),
  planned_disbursed_vnd bigint,
  delay_reasons text[] not null,
  note text,
  origin text collate "C" not null,
  illustrative boolean not null,
  version bigint not null,
  constraint project_progress_pkey primary key (project, as_of)
);
