-- The ledger, the outbox, the installation, and who may do what. Runs as the owner.
-- The app login may read and add to the ledger and nothing more; the vault has its own login.

create schema ledger;
create schema app;
create schema vault;
grant usage on schema ledger, app to yingshang_app;
grant usage on schema vault to yingshang_vault, yingshang_app;

alter default privileges in schema app grant select, insert, update on tables to yingshang_app;
alter default privileges in schema app grant usage on sequences to yingshang_app;
alter default privileges in schema ledger grant select, insert on tables to yingshang_app;

create table ledger.entry (
  id uuid primary key,
  stream_kind text not null,
  stream_id uuid not null,
  version integer not null check (version > 0),
  type text not null,
  body text not null,
  hash bytea not null check (octet_length(hash) = 33),
  actor_person uuid,
  actor_unit uuid,
  business_day date not null,
  recorded_at timestamptz not null,
  command_id uuid not null,
  unique (stream_id, version)
);
comment on table ledger.entry is 'Append-only record of every decision. One row per event.';
comment on column ledger.entry.body is 'Exact canonical JSON that was hashed: event, actor, both clocks, stream, version, hash of the previous entry.';
comment on column ledger.entry.hash is 'Algorithm byte (1 = SHA-256) and digest of body.';
create index entry_recorded_at on ledger.entry (recorded_at);
create index entry_actor on ledger.entry (actor_person, recorded_at);

create table ledger.command (
  id uuid primary key,
  actor_person uuid,
  result text not null,
  recorded_at timestamptz not null
);
comment on table ledger.command is 'Client-made command ids. A repeated command answers its stored result and acts no second time.';

create table ledger.outbox (
  id uuid primary key,
  task text not null,
  payload jsonb not null,
  created_at timestamptz not null
);
comment on table ledger.outbox is 'Effects outside the database. Written with the decision, moved to the job queue by the forwarder.';
revoke select on ledger.outbox from yingshang_app;

-- Called at the end of a write: a row that was not where the decision saw it undoes the whole statement.
create function ledger.require_changed(seen bigint, expected bigint) returns boolean
language plpgsql as $$
begin
  if seen is distinct from expected then
    raise exception 'row version moved' using errcode = 'YS409';
  end if;
  return true;
end $$;

create table app.installation (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  mode text not null check (mode in ('trial', 'production')),
  division text not null,
  trial_day date,
  created_at timestamptz not null,
  check ((mode = 'trial') = (trial_day is not null))
);
comment on table app.installation is 'Stamped once. A trial database can never become a production database.';
comment on column app.installation.trial_day is 'Trial only: the day the program runs on, moved forward by hand.';
revoke insert, update on app.installation from yingshang_app;
grant update (trial_day) on app.installation to yingshang_app;

create function app.keep_mode() returns trigger language plpgsql as $$
begin
  if new.mode is distinct from old.mode or new.id is distinct from old.id then
    raise exception 'the mode of an installation never changes' using errcode = 'YS403';
  end if;
  return new;
end $$;
create trigger installation_mode before update on app.installation for each row execute function app.keep_mode();
