-- Read tables of reporting periods, of who owes a report by when, of reports with their figures, history and questions, and of the
-- metrics a unit's systems deliver. New tables only: takes no lock on anything that exists, ends at once, older versions do not look at them.
-- Every table is derived from the event log and may be emptied and refilled.

create table period (
  key text collate "C" primary key,
  version bigint not null,
  illustrative boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title_vi text not null,
  title_en text not null,
  start_on date not null,
  end_on date not null,
  about text collate "C" not null,
  due_on date not null,
  state text collate "C" not null,
  closed_at timestamptz,
  forms json not null,
  metrics text[] not null,
  units text[] not null,
  constraint period_state_known check (state in ('open', 'closed')),
  constraint period_ends_after_it_starts check (end_on >= start_on)
);

create index period_end_on on period (end_on);

-- One row per unit that must report, whether or not a report exists: what is owed is not hidden by what is missing.
create table report_obligation (
  key text collate "C" primary key,
  period text collate "C" not null,
  unit text collate "C" not null,
  version bigint not null,
  illustrative boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  due_on date not null,
  extended boolean not null,
  extension_reason text,
  constraint report_obligation_once unique (unit, period)
);

comment on column report_obligation.key is '<period>/<unit>, the key of the report that is owed';

create table period_extension (
  period text collate "C" not null,
  version bigint not null,
  unit text collate "C" not null,
  illustrative boolean not null,
  due_on date not null,
  reason text not null,
  granted_by text collate "C" not null,
  granted_at timestamptz not null,
  constraint period_extension_pkey primary key (period, version)
);

create table report (
  key text collate "C" primary key,
  version bigint not null,
  illustrative boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  period text collate "C" not null,
  unit text collate "C" not null,
  state text collate "C" not null,
  submitted_at timestamptz,
  submitted_on date,
  accepted_at timestamptz,
  published_at timestamptz,
  figures integer not null,
  figures_to_approve integer not null,
  figures_returned integer not null,
  questions_open integer not null,
  constraint report_state_known check (state in ('draft', 'submitted', 'returned', 'resubmitted', 'accepted', 'published'))
);

comment on column report.submitted_on is 'day in Vietnam of the first submission: lateness is judged by it, resubmissions after a return are not late';

create index report_unit on report (unit, period);

create table report_figure (
  key text collate "C" primary key,
  version bigint not null,
  illustrative boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  report text collate "C" not null,
  period text collate "C" not null,
  unit text collate "C" not null,
  metric text collate "C" not null,
  value numeric,
  no_data_reason text,
  unit_of_measure text collate "C" not null,
  origin text collate "C" not null,
  source text,
  note text,
  state text collate "C" not null,
  prefilled boolean not null,
  entered_by text collate "C" not null,
  entered_at timestamptz not null,
  approved_by text collate "C",
  approved_at timestamptz,
  return_reason text,
  scale_factor integer,
  scale_up boolean,
  scale_against numeric,
  scale_against_source text,
  scale_answer text,
  scale_answered_by text collate "C",
  constraint report_figure_once unique (report, metric),
  constraint report_figure_value_or_reason check ((value is null) = (no_data_reason is not null))
);

comment on column report_figure.entered_at is 'when the present value, note or source was given';

create index report_figure_unit_metric on report_figure (unit, metric);

create table report_history (
  report text collate "C" not null,
  version bigint not null,
  ordinal integer not null,
  unit text collate "C" not null,
  illustrative boolean not null,
  what text collate "C" not null,
  metric text collate "C",
  value numeric,
  no_data_reason text,
  origin text collate "C",
  source text,
  text text,
  by text collate "C" not null,
  at timestamptz not null,
  constraint report_history_pkey primary key (report, version, ordinal)
);

create table report_question (
  key text collate "C" primary key,
  version bigint not null,
  illustrative boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  report text collate "C" not null,
  period text collate "C" not null,
  unit text collate "C" not null,
  number integer not null,
  metric text collate "C" not null,
  text text not null,
  asked_by text collate "C" not null,
  asked_at timestamptz not null,
  answer text,
  answered_by text collate "C",
  answered_at timestamptz
);

create index report_question_unit on report_question (unit, report);

create table figure_binding (
  key text collate "C" primary key,
  version bigint not null,
  illustrative boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unit text collate "C" not null,
  metric text collate "C" not null,
  system text collate "C" not null,
  reason text not null
);

create index figure_binding_unit on figure_binding (unit);
