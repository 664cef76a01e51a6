-- What a value of a metric can be at all, such as 0 to 100 for a part of a whole; null where nothing bounds it.
-- The catalogue is small: an instant, though readers of it wait that long. Older versions running beside neither write nor read the columns, and what they
-- load has no ranges until a newer one loads it again.

alter table metric
  add column least numeric,
  add column most numeric,
  add constraint metric_range_is_whole check ((least is null) = (most is null) and coalesce(least < most, true));
