-- When the trial's sample was filled in to its end, and which backups were made.

alter table app.installation add column prepared_at timestamptz;
comment on column app.installation.prepared_at is 'Trial only: the sample was filled in completely. Null: a start or reset was cut off, begin anew.';
update app.installation set prepared_at = created_at where exists (select 1 from app.campaign);

create table app.backup (
  id uuid primary key,
  taken_at timestamptz not null,
  kind text not null check (kind in ('asked', 'beforeMigration')),
  bytes bigint not null check (bytes > 0),
  entries bigint not null,
  migration integer not null
);
comment on table app.backup is 'Backups that were written to their end, for the status page. Written by the owner login only.';
revoke insert, update on app.backup from yingshang_app;
create index backup_taken on app.backup (taken_at);
