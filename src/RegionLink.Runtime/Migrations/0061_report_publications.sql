-- What reports published, and which of it stands in the observations. New tables only: takes no lock on anything that exists, ends at once,
-- older versions do not look at them.

create table report_publication (
  key text collate "C" primary key,
  version bigint not null,
  illustrative boolean not null,
  report text collate "C" not null,
  period text collate "C" not null,
  unit text collate "C" not null,
  figures json not null,
  published_by text collate "C" not null,
  published_at timestamptz not null
);

comment on table report_publication is 'derived from the event log; key is <report>/<version of the event>';

-- Not derived from the log, and left alone by a rebuild: it says which publications were recorded as batches of observations. Losing it
-- costs nothing but the work of offering them again, which changes nothing.
create table report_publication_recorded (
  key text collate "C" primary key,
  recorded_at timestamptz not null default now()
);
