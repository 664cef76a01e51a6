-- An index for "is somebody already building this", by likeness of names, where the extension pg_trgm is to be had (it comes with
-- every usual PostgreSQL package). Without it the question is answered by words in common, more slowly. Locks the table of projects
-- against writing while the index is built: well under a second for 50,000 projects. Older versions do not notice.

do $$
begin
  create extension if not exists pg_trgm;
  create index project_by_likeness on project using gin (name_bare gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'pg_trgm cannot be installed here: similar projects are found by words in common';
end
$$;
