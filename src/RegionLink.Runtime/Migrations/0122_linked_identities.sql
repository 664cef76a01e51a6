-- Who an account is at the operator's identity provider (OpenID Connect). A new table; the reference to account takes a short lock on it. An older version
-- running beside knows nothing of it and goes on as before.

create table linked_identity (
  account uuid constraint linked_identity_pkey primary key constraint linked_identity_of_account references account (id) on delete cascade,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  constraint linked_identity_once unique (issuer, subject)
);

comment on column linked_identity.subject is 'sub of the ID token; the provider never gives it to somebody else (OpenID Connect Core 1.0, section 2)';
