-- Tasks, each unit's part in them, requests to change date or unit, and reporting runs 调度.

create table app.task (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  campaign_id uuid not null references app.campaign (id),
  list_id text not null,
  position integer not null,
  no text not null,
  title text not null,
  status text not null check (status in ('open', 'concluded', 'routine', 'withdrawn')),
  deadline_kind text not null check (deadline_kind in ('date', 'month', 'ongoing', 'recurring', 'none')),
  due_on date,
  next_period_on date,
  lead_unit_id uuid references app.unit (id),
  basis text[] not null,
  search_text text not null,
  words tsvector not null,
  words_version smallint not null,
  -- 长年坚持 is never 办结 or 销号: it turns into routine.
  check (not (deadline_kind = 'ongoing' and status = 'concluded'))
);
comment on table app.task is 'One line of a task list as published. All but the key columns are computed from state.';
comment on column app.task.due_on is 'Due day of the task or of its current period; colours are computed from the parts.';
comment on column app.task.next_period_on is 'First day of the next period that has not been opened; the daily scan looks for it.';
comment on column app.task.words is 'Pairs of neighbouring characters made by the program, by the cutting of words_version.';
create index task_campaign on app.task (campaign_id, position);
create index task_campaign_due on app.task (campaign_id, due_on, position);
create index task_next_period on app.task (next_period_on) where next_period_on is not null;
create index task_words on app.task using gin (words);

create table app.assignment (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  campaign_id uuid not null references app.campaign (id),
  task_id uuid not null references app.task (id),
  unit_id uuid not null references app.unit (id),
  role text not null check (role in ('lead', 'responsible', 'supporting')),
  origin text not null check (origin in ('named', 'group', 'catchAll', 'added', 'passed')),
  status text not null check (
    status in ('assigned', 'signed', 'drafted', 'handedIn', 'accepted', 'returned', 'confirmed', 'withdrawn')
  ),
  open boolean not null,
  running boolean not null,
  hands_in_to uuid references app.assignment (id),
  passed_inside boolean not null,
  period_key text not null,
  period_opens date,
  due_on date,
  first_due_on date,
  blue_from date,
  yellow_from date,
  overdue_from date,
  first_handed_in_on date,
  last_handed_in_on date,
  last_reported_on date,
  reports integer not null,
  change_request_id uuid,
  check ((due_on is null) = (overdue_from is null)),
  check (blue_from <= yellow_from and yellow_from <= overdue_from)
) with (fillfactor = 85);
comment on table app.assignment is 'A unit''s part in a task, one per task, unit and period.';
comment on column app.assignment.running is 'The unit has it in hand: its clock runs and it has an alert level.';
comment on column app.assignment.hands_in_to is 'The part of the lead unit or of the unit that passed it on inside; null: hands in to the office.';
comment on column app.assignment.period_key is 'Key of the period of a recurring or ongoing task, e.g. 2022-Q3; empty otherwise.';
create unique index assignment_once on app.assignment (task_id, unit_id, period_key) where status <> 'withdrawn';
create index assignment_task on app.assignment (task_id);
create index assignment_unit on app.assignment (unit_id, due_on) where status <> 'withdrawn';
create index assignment_receiver on app.assignment (hands_in_to) where hands_in_to is not null;
create index assignment_running on app.assignment (campaign_id, overdue_from) where running;
create index assignment_waiting on app.assignment (campaign_id, status) where status = 'handedIn';
-- The daily scan: what turns blue or yellow, or was due the day before.
create index assignment_blue on app.assignment (blue_from) where running;
create index assignment_yellow on app.assignment (yellow_from) where running;
create index assignment_overdue on app.assignment (overdue_from) where running;

create table app.change_request (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  campaign_id uuid not null references app.campaign (id),
  task_id uuid not null references app.task (id),
  assignment_id uuid not null references app.assignment (id),
  unit_id uuid not null references app.unit (id),
  what text not null check (what in ('date', 'unit')),
  status text not null check (status in ('asked', 'approved', 'refused', 'takenBack', 'lapsed')),
  asked_on date not null
);
comment on table app.change_request is 'A unit asks for another date or another unit; the office decides. The first date stays with the part.';
create unique index change_request_once on app.change_request (assignment_id) where status = 'asked';
create index change_request_campaign on app.change_request (campaign_id, status, asked_on);
create index change_request_task on app.change_request (task_id);

create table app.reporting_run (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  campaign_id uuid not null references app.campaign (id),
  status text not null check (status in ('open', 'closed')),
  due_on date not null,
  opened_on date not null
);
comment on table app.reporting_run is '调度: everybody reports by a day.';
create index reporting_run_campaign on app.reporting_run (campaign_id, opened_on);

create table app.reporting_run_part (
  run_id uuid not null references app.reporting_run (id),
  assignment_id uuid not null references app.assignment (id),
  reports_before integer not null,
  summary jsonb,
  primary key (run_id, assignment_id)
);
comment on table app.reporting_run_part is 'The parts a reporting run asks about, one row each.';
comment on column app.reporting_run_part.reports_before is 'How many reports the part had when the run opened: one more means it has reported.';
comment on column app.reporting_run_part.summary is 'The line of the summary table, frozen when the run is closed.';
create index reporting_run_part_assignment on app.reporting_run_part (assignment_id);
