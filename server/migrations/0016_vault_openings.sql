-- Who opened what, how each submission's sealed content is kept, and keys handed to a new officer.

create table app.vault_opening (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  vault_id uuid not null,
  holder text not null check (holder in ('office', 'discipline')),
  kind text not null check (kind in ('asked', 'allowed', 'refused', 'opened')),
  officer_id uuid not null,
  opened_at timestamptz,
  shown_from date not null,
  check ((kind = 'opened') = (opened_at is not null))
);
comment on table app.vault_opening is 'Every opening of an original or an identity, asked, refused or done. Holds no content and does not tell whether a name was given.';
comment on column app.vault_opening.shown_from is 'From this day the submitter sees role, time and reason behind the receipt.';
create index vault_opening_vault on app.vault_opening (vault_id);
create index vault_opening_holder on app.vault_opening (holder, id);

create table app.vault_custody (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  kind text not null check (kind in ('kept', 'erased')),
  is_protected boolean not null,
  on_hold boolean not null,
  erasure_asked boolean not null
);
comment on table app.vault_custody is 'How a submission''s sealed content is kept, by vault id. A submission nothing special happened to has no row.';
create index vault_custody_asked on app.vault_custody (id) where erasure_asked;

alter table vault.wrapped_key add column purpose text not null default 'own' check (purpose in ('own', 'handOver'));
comment on column vault.wrapped_key.purpose is 'handOver: closed under a one-time code, to be replaced by the officer''s own passphrase before anything opens.';
