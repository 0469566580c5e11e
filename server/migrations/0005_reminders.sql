-- News for people, who has read it, and its way out by mail, robot or telephone.

create table app.news (
  id uuid primary key,
  kind text not null,
  unit_id uuid references app.unit (id),
  roles text[] not null,
  person_ids uuid[] not null,
  subject jsonb,
  facts jsonb not null,
  items jsonb not null,
  business_day date not null,
  made_at timestamptz not null,
  reached boolean not null default false
);
comment on table app.news is 'What happened, once, as its outbox item said it: number, short title and date of a task, never names, telephone numbers or content.';
comment on column app.news.id is 'Key of the outbox item: a job that is repeated after a crash finds its row.';
comment on column app.news.reached is 'At least one person stands behind it. News of a unit without people waits until it has some.';
create index news_unreached on app.news (made_at) where not reached;

create table app.notification (
  news_id uuid not null references app.news (id),
  person_id uuid not null references app.person (id),
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (news_id, person_id)
);
comment on table app.notification is 'One person''s copy of a piece of news, with the read mark.';
create index notification_person on app.notification (person_id, news_id desc);
create index notification_unread on app.notification (person_id) where read_at is null;

create table app.delivery (
  id uuid primary key,
  news_id uuid not null references app.news (id),
  channel text not null check (channel in ('mail', 'robot', 'call')),
  target uuid not null,
  urgent boolean not null,
  status text not null check (status in ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped')),
  tries integer not null default 0,
  batch uuid,
  made_at timestamptz not null,
  next_at timestamptz not null,
  claimed_until timestamptz,
  ended_at timestamptz,
  trouble text,
  unique (news_id, channel, target),
  check ((status = 'sending') = (claimed_until is not null))
) with (fillfactor = 80);
comment on table app.delivery is 'One piece of news on its way to one person (mail, call) or one robot. The unique key keeps a repeated job from sending twice.';
comment on column app.delivery.target is 'Person or robot. Addresses and numbers are read when it is sent and stand nowhere else.';
comment on column app.delivery.batch is 'Deliveries that left as one message; names the message, so that a repetition has the same message id.';
create index delivery_open on app.delivery (channel, target) where status in ('waiting', 'sending');
create index delivery_ended on app.delivery (ended_at) where ended_at is not null;
create index delivery_robot on app.delivery (target, ended_at) where channel = 'robot';

create table app.call (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  person_id uuid not null references app.person (id),
  status text not null check (status in ('waiting', 'told', 'needless')),
  since date not null,
  last_on date
);
comment on table app.call is '电话催办: somebody to be telephoned because no channel reaches them, and what came of it.';
create unique index call_once on app.call (person_id) where status = 'waiting';
create index call_last on app.call (last_on);

create table app.channel_settings (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null unique
);
comment on table app.channel_settings is 'Mail server, robots and when to send. Secrets stand in app.channel_secret.';

create table app.channel_secret (
  channel text primary key,
  sealed bytea not null
);
comment on table app.channel_secret is 'Password of the mail server (mail), address and signing secret of a robot (its id), sealed with a key derived from the site key.';

create table app.reminder_preference (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  person_id uuid not null unique references app.person (id),
  mail text not null check (mail in ('all', 'dutiesOnly'))
);
comment on table app.reminder_preference is 'What a person wants to get by mail; no row: everything.';
