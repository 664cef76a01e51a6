-- Whether a value holds now, said of the row itself. The column superseded_by of this view is the id of a batch that was looked up, so "superseded_by is
-- null" could not be answered by the index of what holds (observation_now): on ten million rows a list of one unit's population took more than 20 s,
-- with "holds" 2 ms. A column at the end; older versions running beside do not see it.

create or replace view observation_row with (security_invoker = true) as
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
       later.id as superseded_by,
       o.superseded_by is null as holds
  from observation o
  join observation_series series on series.id = o.series
  join observation_unit place on place.id = o.unit
  join observation_head head on head.id = o.head
  join observation_source s on s.id = head.source
  join observation_batch b on b.number = (o.id >> 24)::integer
  left join observation_batch later on later.number = o.superseded_by;
