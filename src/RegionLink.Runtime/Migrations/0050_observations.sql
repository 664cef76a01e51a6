-- Observations: values of metrics for units and periods, with every revision. New tables only; takes no lock on anything that exists.
--
-- The fact table is no projection: its rows are written by COPY in the transaction of the batch event, which carries their hash, and
-- rebuild leaves them alone. It is narrow, with numbers for everything that repeats: with texts in the rows and in the unique index a
-- million rows took 5.4 s of the database's time instead of 2.9 s, most of it in the index. View observation_row shows the texts.
--
-- Not partitioned: the indexes below answer every hot question, a partition key would have to be part of the unique one, and routing a
-- million rows costs more than it saves at ten million rows. Every row names its province, so that partitioning or Citus can split the
-- table when a hundred million are there.

create sequence observation_batch_number as integer;

create table observation_batch (
  id text collate "C" primary key,
  number integer not null constraint observation_batch_numbered unique,
  version bigint not null,
  file_hash text not null,
  rows_hash text not null,
  rows integer not null,
  added integer not null,
  revised integer not null,
  unchanged integer not null,
  origin text collate "C" not null,
  published boolean not null,
  illustrative boolean not null,
  title text not null,
  recorded_by text collate "C" not null,
  recorded_at timestamptz not null
);

create index observation_batch_recorded_at on observation_batch (recorded_at);

-- Every source once; a million rows of one yearbook do not repeat its title.
create table observation_source (
  id integer generated always as identity primary key,
  title text not null,
  url text not null,
  constraint observation_source_once unique (title, url)
);

-- What is measured, and whose word it is. One series has at most one value that holds, per unit and period.
create table observation_series (
  id integer generated always as identity primary key,
  metric text collate "C" not null,
  base smallint not null,
  stage text collate "C" not null,
  method text collate "C" not null,
  claim integer not null,
  constraint observation_series_once unique (metric, base, stage, method, claim)
);

comment on column observation_series.base is 'what a rank is out of; 0 for anything else';
comment on column observation_series.stage is 'stage of a budget amount; empty for anything else';
comment on column observation_series.claim is '0 for the value in use, else the source of a value that is kept beside it';

-- How a value of a series was given.
create table observation_head (
  id integer generated always as identity primary key,
  series integer not null references observation_series,
  unit_of_measure text collate "C" not null,
  standing text collate "C" not null,
  source integer not null references observation_source,
  constraint observation_head_once unique (series, unit_of_measure, standing, source)
);

create table observation_unit (
  id integer generated always as identity primary key,
  unit text collate "C" not null constraint observation_unit_once unique,
  province text collate "C" not null
);

comment on column observation_unit.province is 'key of the province the unit lies in; its own key for provinces and whatever is above them';

create table observation (
  -- Number of the batch times 2^24 plus the row in it: grows with time, needs no sequence, and says where the row came from.
  id bigint primary key,
  series integer not null,
  unit integer not null,
  province integer not null,
  period_start date not null,
  period_end date not null,
  value numeric not null,
  head integer not null,
  note text,
  revision integer not null,
  superseded_by integer
);

comment on table observation is 'no foreign keys and no checks: rows are written by one path that has judged them, and checking a million of them again costs seconds';
comment on column observation.province is 'number of the province in observation_unit';
comment on column observation.superseded_by is 'number of the batch that revised it; null while it holds';

-- What holds now. The last guard when two servers revise the same value at once.
create unique index observation_now on observation (series, unit, period_start, period_end)
  where superseded_by is null;

-- What held before, for reads "as known on".
create index observation_before on observation (series, unit, period_start)
  where superseded_by is not null;

-- Everything about a value in one row, for lists and for people in psql.
create view observation_row as
select o.id,
       series.metric,
       place.unit,
       place.province,
       case when o.period_start = o.period_end
            then to_char(o.period_start, 'YYYY-MM-DD')
            when date_trunc('year', o.period_start) = o.period_start
             and o.period_end = (date_trunc('year', o.period_end) + interval '1 year - 1 day')
            then to_char(o.period_start, 'YYYY')
              || case when to_char(o.period_start, 'YYYY') = to_char(o.period_end, 'YYYY') then '' else '/' || to_char(o.period_end, 'YYYY') end
            when date_trunc('month', o.period_start) = o.period_start
             and o.period_end = (date_trunc('month', o.period_end) + interval '1 month - 1 day')
            then to_char(o.period_start, 'YYYY-MM')
              || case when to_char(o.period_start, 'YYYY-MM') = to_char(o.period_end, 'YYYY-MM') then '' else '/' || to_char(o.period_end, 'YYYY-MM') end
            else to_char(o.period_start, 'YYYY-MM-DD') || '/' || to_char(o.period_end, 'YYYY-MM-DD')
        end as period,
       o.period_start,
       o.period_end,
       o.value,
       head.unit_of_measure,
       nullif(series.base, 0)::integer as base,
       nullif(series.stage, '') as stage,
       nullif(series.method, '') as method,
       head.standing,
       b.origin,
       s.title as source,
       nullif(s.url, '') as source_url,
       o.note,
       o.revision,
       b.illustrative,
       b.published,
       b.id as batch,
       b.recorded_at,
       later.recorded_at as superseded_at,
       later.id as superseded_by
  from observation o
  join observation_series series on series.id = o.series
  join observation_unit place on place.id = o.unit
  join observation_head head on head.id = o.head
  join observation_source s on s.id = head.source
  join observation_batch b on b.number = (o.id >> 24)::integer
  left join observation_batch later on later.number = o.superseded_by;
