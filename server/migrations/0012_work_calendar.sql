-- The work calendar as this installation keeps it: versions that follow one another, the newest is counted with.

create table app.calendar (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null unique,
  number integer not null check (number > 0)
);
comment on table app.calendar is 'One row per installation: the version in force. All but the key columns are computed from state.';
comment on column app.calendar.number is 'Number of the version in force; every instance looks here for a newer one.';

create table app.calendar_version (
  calendar_id uuid not null references app.calendar (id),
  number integer not null check (number > 0),
  version_id text not null,
  adopted_on date not null,
  recorded_at timestamptz not null,
  by_person uuid references app.person (id),
  content jsonb not null,
  source jsonb not null,
  source_text text,
  changed jsonb not null,
  reason text not null,
  different_days integer not null check (different_days >= 0),
  primary key (calendar_id, number),
  unique (calendar_id, version_id)
);
comment on table app.calendar_version is 'Every version of the calendar as it was adopted. Never changed, never deleted: deadlines name the version they were counted with.';
comment on column app.calendar_version.version_id is 'The id that deadlines keep.';
comment on column app.calendar_version.content is 'The whole calendar: years with their notices and days, and the local days of each division.';
comment on column app.calendar_version.source_text is 'The file or notice as it was brought; null for local days and earlier versions.';
revoke update on app.calendar_version from yingshang_app;
