-- What the page of a province adds up by activity: the state's DX lines of a unit and year. Among six thousand lines of a year, each in a page of
-- its own, the sums took 11 ms; from this index alone they take 2. It costs an update of an amount its place in the page: amounts change once or
-- twice a year, sums are read all the time. Writers wait about a second per million lines while it is built. Holds what the policy of row-level security asks for, the unit, so the table is not touched.
create index budget_line_dx_of_year on budget_line (unit, fiscal_year, category, illustrative)
  include (submitted_vnd, decided_vnd, executed_vnd, settled_vnd)
  where leaf and withdrawn_because is null and dx and funding = 'state';
