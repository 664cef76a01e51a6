-- The second wall (decision 0021): row-level security on every table that carries a province's data. Policies bind whoever reads and is not
-- the owner. What is read for a caller is read as the role regionlink_caller, with settings of the transaction that say who it is: regionlink.units
-- (its own), regionlink.levels (of sharing, that it sees), regionlink.actor. Without them no row is shown. The owner (writers, projections,
-- rebuild, the board) is not bound. The role is made by `migrate` and `serve`, not here: roles belong to the cluster, and it may come later.
-- Changes the catalogue only: a short exclusive lock on each table, no row is touched. Older versions connect as the owner and do not notice.
-- A role of somebody else's that was granted one of these tables sees none of its rows from now on: see docs/operations.md.

-- Null before anybody set them, empty once a transaction that did has ended: nobody's, both.
create function caller_units() returns text[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('regionlink.units', true), '')::text[], '{}')
$$;

create function caller_levels() returns text[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('regionlink.levels', true), '')::text[], '{}')
$$;

-- The rule in words is SharingRule's. Whatever does not hang on the row stands in a subquery of its own: worked out once a statement, and not
-- at all where an earlier branch decides.
create function sharing_rule(of_unit text, of_kind text, by_default text) returns text language sql immutable as $$
  select format(
    '(select %1$L = any (caller_levels()))'
    ' and %2$s <> all (array(select s.unit from sharing s where s.kind = %3$L and s.level <> all ((select caller_levels())::text[])))'
    ' or %2$s = any ((select caller_units())::text[])'
    ' or %2$s = any (array(select s.unit from sharing s where s.kind = %3$L and s.level = any ((select caller_levels())::text[])))',
    by_default, of_unit, of_kind)
$$;

-- For a new table with a province's data: call it in the migration that makes the table.
create procedure build_wall(of_table text, of_kind text, by_default text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', of_table);
  execute format('create policy shared on %I for select using (%s)', of_table, sharing_rule('unit', of_kind, by_default));
end
$$;

call build_wall('project', 'projects', 'region');
call build_wall('project_due', 'projects', 'region');
call build_wall('project_progress', 'projects', 'region');
call build_wall('budget_line', 'budgetLines', 'region');
call build_wall('budget_line_amount', 'budgetLines', 'region');
call build_wall('budget_sum', 'budgetLines', 'region');
call build_wall('budget_sum_pending', 'budgetLines', 'region');
call build_wall('report_obligation', 'reports', 'region');
call build_wall('report', 'reports', 'region');
call build_wall('report_figure', 'reports', 'region');
call build_wall('report_history', 'reports', 'region');
call build_wall('report_question', 'reports', 'region');
call build_wall('report_publication', 'reports', 'region');
call build_wall('figure_binding', 'reports', 'region');
call build_wall('account', 'accounts', 'private');
call build_wall('api_key', 'accounts', 'private');
call build_wall('access_log', 'accounts', 'private');

-- Of the log only what histories show: targets, which are public, projects and budget lines. A stream is called <kind>/<key>.
alter table event enable row level security;
do $$
begin
  execute format(
    'create policy shared on event for select using ('
    'case split_part(stream, ''/'', 1) when ''target'' then true when ''project'' then %s when ''budget-line'' then %s else false end)',
    sharing_rule('split_part(stream, ''/'', 2)', 'projects', 'region'),
    sharing_rule('split_part(stream, ''/'', 2)', 'budgetLines', 'region'));
end
$$;

-- By the number of the province, since that is what a row holds. What was published with its batch is public whatever the unit says.
alter table observation enable row level security;
create policy shared on observation for select using (
  (select 'public' = any (caller_levels()))
  and province <> all (array(
        select u.id
          from sharing s
          join observation_unit u on u.unit = s.unit
         where s.kind = 'observations'
           and s.level <> all ((select caller_levels())::text[])))
  or province = any (array(select u.id from observation_unit u where u.unit = any ((select caller_units())::text[])))
  or (id >> 24)::integer in (select b.number from observation_batch b where b.published));

-- An import is its sender's, and its unit's.
alter table import enable row level security;
create policy own on import for select using (
  by = (select current_setting('regionlink.actor', true)) or unit = any ((select caller_units())::text[]));
alter table import_fault enable row level security;
create policy own on import_fault for select using (exists (select from import i where i.id = import));
alter table import_row enable row level security;
create policy own on import_row for select using (exists (select from import i where i.id = import));

-- A view is asked with the rights of whoever asks.
alter view observation_row set (security_invoker = true);
alter view budget_rollup set (security_invoker = true);

-- Below a policy only operators that leak nothing may use an index, and neither of these two is one. They give keys and nothing else, to be
-- looked up through the policy.
create function projects_linked_to(keys text[]) returns setof text language sql stable security definer rows 20 set search_path from current as $$
  select p.key from project p where p.linked && keys
$$;

-- Needs pg_trgm, which is not asked for before the function runs.
create function projects_like(wanted text) returns setof text language plpgsql stable security definer rows 20 set search_path from current as $$
begin
  return query select p.key from project p where p.name_bare % wanted or wanted <% p.name_bare;
end
$$;
