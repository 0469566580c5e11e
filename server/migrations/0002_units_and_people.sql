-- Units as a tree, persons, their posts, and how a person gets in. Sessions live in schema access.

create table app.unit (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  parent_id uuid references app.unit (id),
  path text not null,
  kind text not null,
  name text not null,
  short_name text not null,
  sort_order integer not null default 0,
  active boolean not null default true,
  unique (division, name)
);
comment on table app.unit is 'A body that can be given duties: office, department, town, park, section. A tree by parent_id; path is /root/…/id/.';
create index unit_path on app.unit (path text_pattern_ops);

create table app.person (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  home_unit_id uuid not null references app.unit (id),
  active boolean not null default true
);
comment on table app.person is 'A member of staff. Name and telephone stand in app.person_details so that they can be erased.';

create table app.person_details (
  person_id uuid primary key references app.person (id),
  name text not null,
  mobile text,
  office_phone text,
  email text,
  salt bytea not null
);
comment on column app.person_details.salt is 'Salt of the commitments in the ledger; erasing the row makes them unreadable for ever.';

create table app.post (
  id uuid primary key,
  person_id uuid not null references app.person (id),
  unit_id uuid not null references app.unit (id),
  role text not null,
  from_day date not null,
  until_day date,
  on_behalf_of uuid references app.person (id),
  check (until_day is null or until_day >= from_day)
);
comment on table app.post is 'A role in a unit with dates: posts, secondments and delegations. Follows the person''s ledger.';
create index post_person on app.post (person_id);
create index post_unit on app.post (unit_id, role);

create schema access;
grant usage on schema access to yingshang_app;
alter default privileges in schema access grant select, insert, update, delete on tables to yingshang_app;

create table access.session (
  token_hash bytea primary key,
  person_id uuid not null references app.person (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor boolean not null default false
);
create index session_person on access.session (person_id);

create table access.sign_in_link (
  token_hash bytea primary key,
  person_id uuid not null references app.person (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table access.sign_in_link is 'One-time links printed in trial mode. Production never prints links.';
