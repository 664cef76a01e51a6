-- Passkeys (WebAuthn credentials) of accounts, and the challenges that were answered, so that no answer is taken twice.
-- New tables only; the reference to account takes a short lock on it. An older version running beside knows nothing of them and goes on as before.

create table passkey (
  id uuid constraint passkey_pkey primary key,
  account uuid not null constraint passkey_of_account references account (id) on delete cascade,
  credential_id bytea not null constraint passkey_credential_once unique,
  public_key bytea not null,
  name text not null,
  sign_count bigint not null,
  transports text[] not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint passkey_credential_length check (octet_length(credential_id) between 1 and 1023)
);

create index passkey_account on passkey (account);

comment on column passkey.public_key is 'COSE key, as the authenticator gave it';
comment on column passkey.sign_count is '0 for authenticators that do not count';

create table passkey_challenge_used (
  challenge_hash bytea constraint passkey_challenge_used_pkey primary key,
  expires_at timestamptz not null
);
