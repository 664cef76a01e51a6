-- The sum measured against the 3 % floor takes in all state money for digital transformation, because the law takes the 1 % out of the 3 %; so far a
-- DX line counted only when it was marked for the 3 % itself.
-- Adds up all budget lines once (a few seconds per million); budget lines wait for it, reading goes on until the sums are replaced at its end.
-- Older versions running beside do not read this sum, and the triggers, which are the database's, keep it right for their writes, too.

lock table budget_line in share row exclusive mode;

create or replace function budget_line_parts(l budget_line) returns setof budget_sum_pending language sql immutable as $$
  select l.fiscal_year, a.stage, l.unit, l.illustrative, 1::bigint,
         case when l.funding = 'state' and l.dx then a.vnd else 0 end,
         case when l.funding = 'state' and (l.dx or l.floor in ('threePercent', 'both')) then a.vnd else 0 end,
         case when l.funding = 'nonState' and l.dx then a.vnd else 0 end,
         case when l.funding = 'state' and l.dx is null then a.vnd else 0 end
    from (values ('submitted', l.submitted_vnd::numeric), ('decided', l.decided_vnd), ('executed', l.executed_vnd), ('settled', l.settled_vnd))
      as a (stage, vnd)
   where a.vnd is not null
     and l.leaf
     and l.withdrawn_because is null
$$;

delete from budget_sum_pending;
delete from budget_sum;

insert into budget_sum
select p.fiscal_year, p.stage, p.unit, p.illustrative,
       sum(p.lines), sum(p.dx_vnd), sum(p.three_percent_vnd), sum(p.non_state_dx_vnd), sum(p.unclassified_vnd)
  from budget_line l, budget_line_parts(l) p
 group by p.fiscal_year, p.stage, p.unit, p.illustrative;

comment on view budget_rollup is
  'per unit, fiscal year, stage and illustrative mark, over leaf lines that stand and carry an amount at the stage: their number, '
  'state DX money (the numerator of the share), state money measured against the 3 % floor (DX money and what else is counted towards it), DX money from '
  'outside the budget, and state money nobody has classified yet. No row means that no line carries an amount: unknown, not zero.';
