-- The vault: what submitters wrote, who they are, their files. Everything here is sealed to a public key whose private
-- half the program does not have. The app login adds rows and reads none; the vault login reads, and is used by
-- server/src/vault only.

create table app.vault_key (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  holder text not null check (holder in ('office', 'discipline')),
  kind text not null check (kind in ('active', 'retired')),
  public_key bytea not null check (octet_length(public_key) = 32)
);
comment on table app.vault_key is 'Public halves of the vault''s key pairs, and which officers hold a wrapped private half.';
comment on column app.vault_key.holder is 'office: the coordination office''s cases. discipline: tips, opened by discipline inspection only.';
create unique index vault_key_active on app.vault_key (division, holder) where kind = 'active';

create table vault.wrapped_key (
  id uuid primary key,
  key_id uuid not null references app.vault_key (id),
  person_id uuid not null,
  content bytea not null,
  created_at timestamptz not null
);
comment on table vault.wrapped_key is 'The private half of a key pair, closed under one officer''s passphrase (Argon2id, AES-256-GCM).';
create index wrapped_key_person on vault.wrapped_key (person_id, key_id, created_at);

create table vault.sealed (
  id uuid primary key,
  vault_id uuid not null,
  kind text not null check (kind in ('original', 'identity', 'file', 'message')),
  key_id uuid not null references app.vault_key (id),
  content bytea not null,
  created_at timestamptz not null
);
comment on table vault.sealed is 'Sealed words, identities and file descriptions. Every submission has an identity row of the same size, named or not.';
comment on column vault.sealed.vault_id is 'Random id of the submission; the case or tip carries it.';
comment on column vault.sealed.content is 'Algorithm byte first. The salt of the ledger''s commitment lies inside: deleting the row erases it too.';
create index sealed_vault on vault.sealed (vault_id);

create table vault.sealed_chunk (
  file_id uuid not null,
  no integer not null,
  content bytea not null,
  created_at timestamptz not null,
  primary key (file_id, no)
);
comment on table vault.sealed_chunk is 'Content of a submission''s file in sealed pieces; its key stands sealed in vault.sealed, kind file.';

create table vault.fingerprint (
  vault_id uuid not null,
  kind text not null check (kind in ('none', 'mobile', 'companyCode', 'nameAndObject')),
  value bytea not null,
  primary key (vault_id, kind)
);
comment on table vault.fingerprint is 'Keyed fingerprints for finding repeats, made while an officer has the vault open; the key comes out of the private half.';
create index fingerprint_value on vault.fingerprint (kind, value);

create table vault.receipt (
  key bytea primary key check (octet_length(key) = 32),
  subject_kind text not null check (subject_kind in ('case', 'tip')),
  subject_id uuid not null,
  purpose text not null check (purpose in ('receipt', 'takeOver')),
  replaces bytea unique references vault.receipt (key),
  created_at timestamptz not null
);
comment on table vault.receipt is 'Argon2id of receipt codes. A code that another one replaces is void.';
create index receipt_subject on vault.receipt (subject_id);

grant insert on vault.wrapped_key, vault.sealed, vault.sealed_chunk, vault.receipt to yingshang_app;
grant select, delete on vault.wrapped_key, vault.sealed, vault.sealed_chunk, vault.fingerprint, vault.receipt to yingshang_vault;
grant insert on vault.fingerprint to yingshang_vault;

-- The only thing the app login learns about receipts: what the code it already knows belongs to.
create function vault.find_receipt(wanted bytea)
returns table (subject_kind text, subject_id uuid, purpose text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.subject_kind, r.subject_id, r.purpose from vault.receipt r
  where r.key = wanted and not exists (select 1 from vault.receipt n where n.replaces = r.key)
$$;
revoke all on function vault.find_receipt(bytea) from public;
grant execute on function vault.find_receipt(bytea) to yingshang_app;
