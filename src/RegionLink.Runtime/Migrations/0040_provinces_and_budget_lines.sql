-- Read tables of provinces (fiscal years, totals) and of budget lines, and the sums of budget lines that shares are computed from.
-- New tables only: takes no lock on anything that exists, ends at once. Older versions do not read them.

create table province (
  key text collate "C" constraint province_pkey primary key,
  unit text collate "C" not null,
  version bigint not null,
  illustrative boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table fiscal_year (
  key text collate "C" constraint fiscal_year_pkey primary key,
  unit text collate "C" not null,
  fiscal_year integer not null,
  open boolean not null,
  reopened_because text,
  illustrative boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint fiscal_year_once unique (unit, fiscal_year)
);

create table fiscal_year_total (
  key text collate "C" constraint fiscal_year_total_pkey primary key,
  unit text collate "C" not null,
  fiscal_year integer not null,
  stage text collate "C" not null,
  form text collate "C" not null,
  amount_vnd bigint not null,
  origin text collate "C" not null,
  source text not null,
  scale_jump_confirmed text,
  withdrawn_because text,
  illustrative boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint fiscal_year_total_stage_known check (stage in ('submitted', 'decided', 'executed', 'settled')),
  constraint fiscal_year_total_positive check (amount_vnd > 0),
  constraint fiscal_year_total_once unique (fiscal_year, stage, unit, form)
);

comment on table fiscal_year_total is 'totals that stand have no withdrawn_because; totals of different stages or forms are never added';

create table budget_line (
  key text collate "C" constraint budget_line_pkey primary key,
  unit text collate "C" not null,
  fiscal_year integer not null,
  number text collate "C" not null,
  label text not null,
  project text collate "C",
  parent text collate "C",
  leaf boolean not null,
  funding text collate "C" not null,
  category text collate "C",
  dx boolean,
  ground text,
  floor text collate "C" not null,
  submitted_vnd bigint,
  decided_vnd bigint,
  executed_vnd bigint,
  settled_vnd bigint,
  withdrawn_because text,
  illustrative boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint budget_line_funding_known check (funding in ('state', 'nonState')),
  constraint budget_line_floor_known check (floor in ('none', 'onePercent', 'threePercent', 'both'))
);

comment on column budget_line.leaf is 'no line that stands names it as its parent; only leaves are summed';

create index budget_line_of_year on budget_line (unit, fiscal_year, key);
create index budget_line_of_parent on budget_line (parent) where parent is not null;
create index budget_line_of_project on budget_line (project) where project is not null;

create table budget_line_amount (
  line text collate "C" not null,
  stage text collate "C" not null,
  unit text collate "C" not null,
  fiscal_year integer not null,
  amount_vnd bigint not null,
  origin text collate "C" not null,
  source text,
  illustrative boolean not null,
  version bigint not null,
  updated_at timestamptz not null,
  constraint budget_line_amount_pkey primary key (line, stage),
  constraint budget_line_amount_stage_known check (stage in ('submitted', 'decided', 'executed', 'settled')),
  constraint budget_line_amount_not_negative check (amount_vnd >= 0)
);

-- The sums. Triggers keep them, from what really changes in budget_line, so that they are right however a row came to change and a
-- replay of the log rebuilds them. Numeric: no number of lines may overflow a sum.
--
-- A sum is one row that every line of a province and year adds to; to wait for that row would make all writers of a province wait for
-- each other. So nobody waits: whoever gets the advisory lock of the province and year adds to the row itself and takes along what
-- others left behind; whoever does not get it leaves its difference in budget_sum_pending. Readers add both (view budget_rollup).

create table budget_sum (
  fiscal_year integer not null,
  stage text collate "C" not null,
  unit text collate "C" not null,
  illustrative boolean not null,
  lines bigint not null,
  dx_vnd numeric(38, 0) not null,
  three_percent_vnd numeric(38, 0) not null,
  non_state_dx_vnd numeric(38, 0) not null,
  unclassified_vnd numeric(38, 0) not null,
  constraint budget_sum_pkey primary key (fiscal_year, stage, unit, illustrative)
) with (fillfactor = 50);

create table budget_sum_pending (
  fiscal_year integer not null,
  stage text collate "C" not null,
  unit text collate "C" not null,
  illustrative boolean not null,
  lines bigint not null,
  dx_vnd numeric(38, 0) not null,
  three_percent_vnd numeric(38, 0) not null,
  non_state_dx_vnd numeric(38, 0) not null,
  unclassified_vnd numeric(38, 0) not null
);

create index budget_sum_pending_of_year on budget_sum_pending (fiscal_year, unit);

create view budget_rollup as
  select unit, fiscal_year, stage, illustrative,
         sum(lines)::bigint as lines,
         sum(dx_vnd) as dx_vnd,
         sum(three_percent_vnd) as three_percent_vnd,
         sum(non_state_dx_vnd) as non_state_dx_vnd,
         sum(unclassified_vnd) as unclassified_vnd
    from (select * from budget_sum union all select * from budget_sum_pending) as parts
   group by unit, fiscal_year, stage, illustrative
  having sum(lines) > 0;

comment on view budget_rollup is
  'per unit, fiscal year, stage and illustrative mark, over leaf lines that stand and carry an amount at the stage: their number, '
  'state DX money (the numerator of the share), state money counted towards the 3 % floor, DX money from outside the budget, and state '
  'money nobody has classified yet. No row means that no line carries an amount: unknown, not zero.';

-- What one line adds to the sums; nothing unless it stands and is a leaf.
create function budget_line_parts(l budget_line) returns setof budget_sum_pending language sql immutable as $$
  select l.fiscal_year, a.stage, l.unit, l.illustrative, 1::bigint,
         case when l.funding = 'state' and l.dx then a.vnd else 0 end,
         case when l.funding = 'state' and l.floor in ('threePercent', 'both') then a.vnd else 0 end,
         case when l.funding = 'nonState' and l.dx then a.vnd else 0 end,
         case when l.funding = 'state' and l.dx is null then a.vnd else 0 end
    from (values ('submitted', l.submitted_vnd::numeric), ('decided', l.decided_vnd), ('executed', l.executed_vnd), ('settled', l.settled_vnd))
      as a (stage, vnd)
   where a.vnd is not null
     and l.leaf
     and l.withdrawn_because is null
$$;

-- Takes along what others left behind for a province and year; called by whoever holds its turn.
create function absorb_budget_sums(of_unit text, of_year integer) returns void language sql as $$
  with left_behind as (
    delete from budget_sum_pending
     where unit = of_unit
       and fiscal_year = of_year
    returning *
  )
  insert into budget_sum as s
  select fiscal_year, stage, unit, illustrative, sum(lines), sum(dx_vnd), sum(three_percent_vnd), sum(non_state_dx_vnd), sum(unclassified_vnd)
    from left_behind
   group by fiscal_year, stage, unit, illustrative
  on conflict (fiscal_year, stage, unit, illustrative) do update
     set lines = s.lines + excluded.lines,
         dx_vnd = s.dx_vnd + excluded.dx_vnd,
         three_percent_vnd = s.three_percent_vnd + excluded.three_percent_vnd,
         non_state_dx_vnd = s.non_state_dx_vnd + excluded.non_state_dx_vnd,
         unclassified_vnd = s.unclassified_vnd + excluded.unclassified_vnd
$$;

create function add_budget_sum(c budget_sum_pending) returns void language plpgsql as $$
begin
  if (c.lines, c.dx_vnd, c.three_percent_vnd, c.non_state_dx_vnd, c.unclassified_vnd) = (0, 0, 0, 0, 0) then
    return;
  end if;

  if not pg_try_advisory_xact_lock(7240, hashtext(c.unit || '/' || c.fiscal_year)) then
    insert into budget_sum_pending values (c.*);
    return;
  end if;

  insert into budget_sum as s values (c.*)
  on conflict (fiscal_year, stage, unit, illustrative) do update
     set lines = s.lines + excluded.lines,
         dx_vnd = s.dx_vnd + excluded.dx_vnd,
         three_percent_vnd = s.three_percent_vnd + excluded.three_percent_vnd,
         non_state_dx_vnd = s.non_state_dx_vnd + excluded.non_state_dx_vnd,
         unclassified_vnd = s.unclassified_vnd + excluded.unclassified_vnd;
  if exists (select from budget_sum_pending p where p.unit = c.unit and p.fiscal_year = c.fiscal_year) then
    perform absorb_budget_sums(c.unit, c.fiscal_year);
  end if;
end
$$;

create function budget_sums_follow_lines() returns trigger language plpgsql as $$
declare
  change budget_sum_pending;
begin
  if tg_op = 'INSERT' then
    for change in
      select p.fiscal_year, p.stage, p.unit, p.illustrative,
             sum(p.lines), sum(p.dx_vnd), sum(p.three_percent_vnd), sum(p.non_state_dx_vnd), sum(p.unclassified_vnd)
        from new_lines n, budget_line_parts(n) p
       group by 1, 2, 3, 4
    loop
      perform add_budget_sum(change);
    end loop;
  elsif tg_op = 'UPDATE' then
    for change in
      select fiscal_year, stage, unit, illustrative,
             sum(sign * lines), sum(sign * dx_vnd), sum(sign * three_percent_vnd), sum(sign * non_state_dx_vnd), sum(sign * unclassified_vnd)
        from (select 1 as sign, p.* from new_lines n, budget_line_parts(n) p
              union all
              select -1, p.* from old_lines o, budget_line_parts(o) p) as parts
       group by 1, 2, 3, 4
    loop
      perform add_budget_sum(change);
    end loop;
  elsif tg_op = 'DELETE' then
    for change in
      select p.fiscal_year, p.stage, p.unit, p.illustrative,
             -sum(p.lines), -sum(p.dx_vnd), -sum(p.three_percent_vnd), -sum(p.non_state_dx_vnd), -sum(p.unclassified_vnd)
        from old_lines o, budget_line_parts(o) p
       group by 1, 2, 3, 4
    loop
      perform add_budget_sum(change);
    end loop;
  else
    truncate budget_sum, budget_sum_pending;
  end if;

  return null;
end
$$;

create trigger budget_sums_follow_new_lines
  after insert on budget_line
  referencing new table as new_lines
  for each statement execute function budget_sums_follow_lines();

create trigger budget_sums_follow_changed_lines
  after update on budget_line
  referencing old table as old_lines new table as new_lines
  for each statement execute function budget_sums_follow_lines();

create trigger budget_sums_follow_deleted_lines
  after delete on budget_line
  referencing old table as old_lines
  for each statement execute function budget_sums_follow_lines();

create trigger budget_sums_follow_emptied_lines
  after truncate on budget_line
  for each statement execute function budget_sums_follow_lines();
