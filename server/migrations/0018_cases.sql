-- Cases: what enterprises and citizens send in, from receipt to conclusion. One row and one stream per case; who sent it in
-- stands in the vault and nowhere here.

create table app.case (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  campaign_id uuid references app.campaign (id),
  year smallint not null,
  serial integer not null,
  number text not null,
  rule_version text not null,
  kind text not null,
  source text not null,
  status text not null check (status in (
    'registered', 'supplementAsked', 'accepted', 'assigned', 'signed', 'drafted', 'resultReported', 'verified', 'informed',
    'reworkAsked', 'concluded'
  )),
  awaits text check ((awaits is not null) = (status = 'accepted')),
  open boolean not null check (open = (status <> 'concluded')),
  received_on date not null,
  accepted_on date,
  category text,
  problem_head text,
  environment text,
  tier text,
  prominent boolean not null,
  text_id uuid not null,
  lead_unit_id uuid references app.unit (id),
  unit_ids uuid[] not null,
  first_contact_unit_id uuid references app.unit (id),
  round integer not null,
  clock text,
  due_on date,
  blue_from date,
  yellow_from date,
  overdue_from date,
  unit_due_on date,
  first_due_on date,
  assigned_on date,
  first_result_on date,
  last_result_on date,
  verified_on date,
  informed_on date,
  answered_late boolean not null,
  satisfaction text check (satisfaction in ('satisfied', 'partly', 'dissatisfied', 'noAnswer')),
  conclude_from date,
  concluded_on date,
  conclusion text,
  extension_pending boolean not null,
  message_waiting boolean not null,
  withdrawal_asked boolean not null,
  to_follow_up boolean not null,
  declines integer not null,
  hand_overs integer not null,
  returns integer not null,
  extensions integer not null,
  urges integer not null,
  check ((due_on is null) = (overdue_from is null)),
  check (blue_from <= yellow_from and yellow_from <= overdue_from),
  check ((conclusion is null) = open),
  constraint case_number unique (division, year, serial)
) with (fillfactor = 85);
comment on table app.case is 'A case from receipt to conclusion, its rounds inside. All but the key columns are computed from state.';
comment on column app.case.text_id is 'The masked title, text and object in force, in app.case_text.';
comment on column app.case.unit_ids is 'Units that take part in the current round and the body asked first: they may read the masked text.';
comment on column app.case.clock is 'Which clock due_on belongs to: the unit''s, or one of the office''s own.';
comment on column app.case.answered_late is 'The first answer of any round came after the due day then in force; nothing mends that.';
comment on column app.case.conclude_from is 'The first day on which the office may conclude; null while something is to be done before.';
create index case_open on app.case (division, overdue_from) where open;
create index case_attention on app.case (division) where open or message_waiting or to_follow_up;
create index case_unit on app.case (lead_unit_id, overdue_from) where open;
create index case_involved on app.case using gin (unit_ids);
create index case_received on app.case (division, received_on desc, id desc);
create index case_concluded on app.case (division, concluded_on) where not open;
create index case_first_result on app.case (division, first_result_on) where first_result_on is not null;
create index case_text_in_force on app.case (text_id);
-- The daily scan: what turns blue or yellow, or was due the day before.
create index case_blue on app.case (blue_from) where open;
create index case_yellow on app.case (yellow_from) where open;
create index case_overdue on app.case (overdue_from) where open;
create index case_silent on app.case (informed_on) where status = 'informed' and satisfaction is null;

create table app.case_text (
  id uuid primary key,
  case_id uuid not null references app.case (id),
  kind text not null,
  title text not null,
  text text not null,
  object text not null,
  salt bytea not null,
  search_text text,
  words tsvector,
  words_version smallint,
  check ((words is null) = (search_text is null))
);
comment on table app.case_text is 'Words people wrote about a case, apart from the ledger so that they can be erased.';
comment on column app.case_text.kind is 'What the words are: masked (title, text and object), result, answer, reason …';
comment on column app.case_text.salt is 'Salt of the commitment in the ledger; erasing the row makes it unreadable for ever.';
comment on column app.case_text.words is 'Of masked texts: pairs of neighbouring characters, by the cutting of words_version.';
create index case_text_case on app.case_text (case_id);
create index case_text_words on app.case_text using gin (words) where words is not null;

create table app.case_extension (
  id uuid primary key,
  case_id uuid not null references app.case (id),
  round integer not null,
  status text not null check (status in ('pending', 'granted', 'refused', 'lapsed')),
  grant_no integer,
  grants_allowed integer not null,
  days integer not null check (days > 0),
  total_days integer not null,
  cap_days integer not null,
  check ((grant_no is not null) = (status = 'granted')),
  check (grant_no is null or (grant_no >= 1 and grant_no <= grants_allowed)),
  check (total_days <= cap_days)
);
comment on table app.case_extension is 'Requests for more time: the constraints hold what no two officers at once may break.';
comment on column app.case_extension.total_days is 'Days granted in the round up to and with this one.';
create unique index case_extension_pending on app.case_extension (case_id) where status = 'pending';
create unique index case_extension_grant on app.case_extension (case_id, round, grant_no) where status = 'granted';

create table app.case_decline (
  case_id uuid not null references app.case (id),
  round integer not null,
  unit_id uuid not null references app.unit (id),
  declined_on date not null,
  constraint case_decline_once primary key (case_id, round, unit_id)
);
comment on table app.case_decline is 'Each unit declines once per round.';

create table app.case_file (
  case_id uuid not null references app.case (id),
  file_id uuid not null references app.file (id),
  unit_id uuid references app.unit (id),
  attached_on date not null,
  draft boolean not null,
  primary key (case_id, file_id)
);
comment on table app.case_file is 'Evidence that units and the office attached; never the submitter''s own files.';
comment on column app.case_file.draft is 'Hangs on a draft only: nobody outside the unit reads it yet.';
create index case_file_file on app.case_file (file_id);
