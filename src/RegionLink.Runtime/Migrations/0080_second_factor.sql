-- A second factor at sign-in: time-based one-time codes (RFC 6238) and single-use recovery codes.
-- New tables only; the references to account and session take a short lock on each. An older version running beside goes on to sign in by
-- password alone: let none run on once somebody has set up a second factor.

create table second_factor (
  account uuid constraint second_factor_pkey primary key constraint second_factor_of_account references account (id) on delete cascade,
  sealed_secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null
);

comment on column second_factor.sealed_secret is 'sealed by the servers'' key ring';
comment on column second_factor.confirmed_at is 'null: being set up, not asked for yet';
comment on column second_factor.last_step is 'the 30 seconds of the last code taken; no code is taken twice';

create table recovery_code (
  account uuid not null constraint recovery_code_of_factor references second_factor (account) on delete cascade,
  code_hash bytea not null,
  constraint recovery_code_pkey primary key (account, code_hash),
  constraint recovery_code_is_sha256 check (octet_length(code_hash) = 32)
);
