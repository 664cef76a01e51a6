-- What the scoreboard reads of the observations: the values that hold of provinces and of whatever is above them. A million rows about
-- communes do not touch this index. Builds over the observations there are: about a second per million rows, writers wait meanwhile.

create index observation_of_provinces on observation (unit, period_start)
  where unit = province and superseded_by is null;
