-- What a connected system delivers now when it is another value than the figure. Adds empty columns without defaults: an exclusive lock for
-- an instant, no table is rewritten. Older versions still running neither write nor read them.

alter table report_figure
  add column difference_value numeric,
  add column difference_no_data_reason text,
  add column difference_source text,
  add column difference_by text collate "C",
  add column difference_at timestamptz;
