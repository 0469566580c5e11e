-- Units as a tree, persons, their posts, task forces, and how a person gets in. Sign-in state lives in schema access.

create table app.unit (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  code text not null,
  parent_id uuid references app.unit (id),
  path text not null,
  kind text not null,
  name text not null,
  short_name text not null,
  aliases text[] not null,
  sort_order integer not null,
  active boolean not null,
  merged_into uuid references app.unit (id),
  check (merged_into is null or not active)
);
comment on table app.unit is 'A body that can be given duties: office, department, town, park, section. A tree by parent_id; path is /root/…/id/.';
comment on column app.unit.code is 'Short number of the unit in its division; the first digits of its people''s sign-in names.';
comment on column app.unit.aliases is 'Former names and names printed in documents; a unit stays findable by all of them.';
create index unit_path on app.unit (path text_pattern_ops);
create unique index unit_name on app.unit (division, name) where active;
create unique index unit_code on app.unit (division, code);

create table app.person (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  home_unit_id uuid not null references app.unit (id),
  sign_in_name text not null,
  active boolean not null,
  last_day date,
  check (active = (last_day is null))
);
comment on table app.person is 'A member of staff. Name and telephone stand in app.person_details so that they can be erased.';
comment on column app.person.last_day is 'The last day of service of a person who has left or is leaving.';
create unique index person_sign_in_name on app.person (division, sign_in_name);
create index person_home on app.person (home_unit_id);

create table app.person_details (
  person_id uuid primary key references app.person (id),
  name text not null,
  mobile text,
  office_phone text,
  email text,
  salt bytea not null
);
comment on table app.person_details is 'Personal content of a person, apart from the ledger so that it can be erased.';
comment on column app.person_details.salt is 'Salt of the commitments in the ledger; erasing the row makes them unreadable for ever.';
create index person_details_mobile on app.person_details (mobile);

create table app.task_force (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  unit_id uuid not null references app.unit (id),
  name text not null,
  from_day date not null,
  until_day date,
  check (until_day is null or until_day >= from_day)
);
comment on table app.task_force is 'A group of people seconded to one unit for a time; members keep their home unit.';

create table app.post (
  id uuid primary key,
  person_id uuid not null references app.person (id),
  unit_id uuid not null references app.unit (id),
  role text not null,
  kind text not null check (kind in ('post', 'secondment', 'delegation')),
  from_day date not null,
  until_day date,
  on_behalf_of uuid references app.person (id),
  task_force_id uuid references app.task_force (id),
  cancelled boolean not null,
  check (until_day is null or until_day >= from_day),
  check ((kind = 'delegation') = (on_behalf_of is not null)),
  check ((kind = 'secondment') = (task_force_id is not null)),
  check (kind = 'post' or until_day is not null)
);
comment on table app.post is 'A role in a unit with dates: posts, secondments and delegations. Follows the person''s ledger.';
comment on column app.post.cancelled is 'Ended before its first day: never held.';
create index post_person on app.post (person_id);
create index post_unit on app.post (unit_id, role);
create index post_behalf on app.post (on_behalf_of) where on_behalf_of is not null;

create table app.access_rules (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null unique,
  idle_minutes integer not null check (idle_minutes between 5 and 240),
  password_days integer not null check (password_days between 0 and 730),
  warn_days integer not null check (warn_days between 0 and 60)
);
comment on table app.access_rules is 'Settings of sign-in for a division; the defaults stand in the program where there is no row. password_days 0 = never expires.';

create schema access;
grant usage on schema access to yingshang_app;
alter default privileges in schema access grant select, insert, update, delete on tables to yingshang_app;

create table access.session (
  token_hash bytea primary key,
  id uuid not null unique,
  person_id uuid not null references app.person (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor boolean not null,
  by_link boolean not null,
  browser text not null
);
comment on table access.session is 'Open sign-ins by the hash of their token; deleting a row ends the session.';
comment on column access.session.by_link is 'Opened by a trial link: no password, no second factor asked.';
create index session_person on access.session (person_id);

create table access.sign_in_link (
  token_hash bytea primary key,
  person_id uuid not null references app.person (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table access.sign_in_link is 'One-time links printed in trial mode. Production never prints links.';

create table access.credential (
  person_id uuid primary key references app.person (id),
  password_hash text,
  password_set_at timestamptz,
  earlier_hashes text[] not null default '{}',
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  check ((password_hash is null) = (password_set_at is null)),
  check (totp_confirmed_at is null or totp_secret is not null)
);
comment on table access.credential is 'Argon2id hashes and the sealed TOTP secret. No row or no hash: not activated, or reset.';
comment on column access.credential.totp_last_step is 'The newest time step that was accepted; it and older ones are refused.';

create table access.recovery_code (
  person_id uuid not null references app.person (id),
  code_hash bytea not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
comment on table access.recovery_code is 'Codes for a lost second factor, hashed, each good for one use.';

create table access.activation (
  id uuid primary key,
  batch uuid not null,
  person_id uuid not null references app.person (id),
  code_hash bytea not null unique,
  reset boolean not null,
  made_by uuid references app.person (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table access.activation is 'Printed slips. The code itself is derived from the id with the site key and never stored.';
create index activation_person on access.activation (person_id);
create index activation_batch on access.activation (batch);

create table access.failure (
  key bytea primary key,
  count integer not null,
  first_at timestamptz not null,
  locked_until timestamptz
);
comment on table access.failure is 'Wrong tries per account, second factor and address; keys are HMACs, so unknown names are counted like known ones.';

create table access.known_address (
  person_id uuid not null references app.person (id),
  address bytea not null,
  seen_at timestamptz not null,
  primary key (person_id, address)
);
comment on table access.known_address is 'HMAC of addresses a person has signed in from: the brake on an address does not stop them.';

create table access.occurrence (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  person_id uuid references app.person (id),
  by_person uuid references app.person (id)
);
comment on table access.occurrence is 'Sign-in log: who got in, who was locked, who signed out. Insert only for the program.';
revoke update, delete on access.occurrence from yingshang_app;
create index occurrence_person on access.occurrence (person_id, at);
