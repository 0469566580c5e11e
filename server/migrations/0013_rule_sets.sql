-- Rule sets by themselves: dated versions that are never changed. Until now a campaign kept its current one inside.

create table app.rule_series (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  campaign_id uuid not null unique references app.campaign (id)
);
comment on table app.rule_series is 'The rules of one campaign as a row of versions; the content of a version stands in app.rule_set and in the ledger.';

create table app.rule_set (
  id text primary key,
  series_id uuid not null references app.rule_series (id),
  number integer not null check (number > 0),
  valid_from date not null,
  published_on date not null,
  published_by uuid,
  reason text not null,
  rules jsonb not null,
  unique (series_id, number)
);
comment on table app.rule_set is 'One published version of a rule set. Only inserted: tasks, cases and deadlines keep its id.';
comment on column app.rule_set.published_by is 'The person; null for the program itself.';
create index rule_set_in_force on app.rule_set (series_id, valid_from desc, number desc);
revoke update on app.rule_set from yingshang_app;
