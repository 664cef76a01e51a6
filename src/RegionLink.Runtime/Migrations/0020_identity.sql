-- Who may come in: accounts, their sessions, keys of systems, the shared key ring, and the log of who came and what they read.
-- New tables only: takes no lock on anything that exists, ends at once. Nothing older runs against it.

create table account (
  id uuid constraint account_pkey primary key,
  login text collate "C" not null constraint account_login_once unique,
  label text not null,
  unit text collate "C",
  roles text[] not null,
  password_hash text not null,
  must_change_password boolean not null,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled boolean not null default false,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint account_login_plain check (login ~ '^[a-z0-9][a-z0-9._@-]{2,63}$'),
  constraint account_roles_known check (
    cardinality(roles) > 0
    and roles <@ array['reporter', 'approver', 'coordinator', 'supervisor', 'researcher', 'administrator'])
);

comment on column account.unit is 'null: bound to the region';

-- Only the hash of what the cookie carries is kept: whoever reads this table cannot step into a session.
create table session (
  token_hash bytea constraint session_pkey primary key,
  account uuid not null constraint session_of_account references account (id) on delete cascade,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_token_is_sha256 check (octet_length(token_hash) = 32)
);

create index session_account on session (account);

create table api_key (
  id uuid constraint api_key_pkey primary key,
  prefix text collate "C" not null,
  secret_hash bytea not null constraint api_key_secret_once unique,
  label text not null,
  unit text collate "C",
  rights text[] not null,
  created_at timestamptz not null,
  created_by text collate "C" not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  constraint api_key_secret_is_sha256 check (octet_length(secret_hash) = 32),
  constraint api_key_has_rights check (cardinality(rights) > 0)
);

-- Sign-ins, changes of accounts and keys, reads of what is not public. Append-only by the same rule as the event log.
create table access_log (
  id bigint generated always as identity constraint access_log_pkey primary key,
  at timestamptz not null,
  actor text collate "C" not null,
  kind text collate "C" not null,
  subject text not null,
  unit text collate "C",
  source inet,
  detail jsonb not null default '{}'
);

create index access_log_unit on access_log (unit, id);

create trigger access_log_is_append_only
  before update or delete or truncate on access_log
  for each statement execute function refuse_change();

-- Keys that protect cookies and forms, shared by all servers of an installation.
create table protection_key (
  name text constraint protection_key_pkey primary key,
  xml text not null
);
