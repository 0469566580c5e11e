-- Files in chunks (one backup, any instance), imported plans and campaigns.

create table app.file (
  id uuid primary key,
  name text not null,
  kind text not null,
  media_type text not null,
  bytes integer not null check (bytes >= 0),
  sha256 bytea not null,
  purpose text not null check (purpose in ('plan', 'evidence', 'roster')),
  uploaded_by uuid not null references app.person (id),
  unit_id uuid not null references app.unit (id),
  uploaded_at timestamptz not null
);
comment on table app.file is 'An uploaded file after its metadata was removed. Content stands in app.file_chunk.';
create index file_uploader on app.file (uploaded_by, uploaded_at);

create table app.file_chunk (
  file_id uuid not null references app.file (id),
  no integer not null,
  data bytea not null,
  primary key (file_id, no)
);
comment on table app.file_chunk is 'Content of a file in pieces of at most 256 KiB, so that one backup holds everything.';

create table app.plan (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  kind text not null check (kind in ('draft', 'published', 'discarded')),
  title text not null,
  campaign_id uuid,
  imported_on date not null
);
comment on table app.plan is 'An imported notice: understood structure, corrections, decisions before publishing.';

create table app.plan_source (
  plan_id uuid primary key references app.plan (id),
  lines jsonb not null
);
comment on table app.plan_source is 'The document line by line as the reader gave it; never changed.';

create table app.campaign (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  kind text not null check (kind in ('running', 'closed')),
  name text not null,
  start_day date not null,
  end_day date not null,
  check (end_day >= start_day)
);
comment on table app.campaign is 'A published plan that units work from, with its stages, lists and rule set.';

create table app.clause (
  campaign_id uuid not null references app.campaign (id),
  id text not null,
  plan_id uuid not null references app.plan (id),
  sort_order integer not null,
  number text not null,
  heading text not null,
  body text not null,
  primary key (campaign_id, id)
);
comment on table app.clause is 'The clauses of a campaign''s notice: what a clause id shows when it is tapped.';

create table app.scanned_day (
  day date primary key,
  scanned_at timestamptz not null
);
comment on table app.scanned_day is 'Business days whose daily scan (periods opened, reminders, escalations) has run to its end.';
