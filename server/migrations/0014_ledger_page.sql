-- What a page of the ledger reads is small and lies together: 100,000 tasks, sixteen people turning pages.

-- The state of a task is too wide to stay in its row; a page took it out of its side table seven times for each line.
alter table app.task add column shown jsonb;
update app.task set shown = jsonb_build_object(
  'listTitle', state->'facts'->'listTitle',
  'section', state->'facts'->'section',
  'printed', (state->'facts'->'printed') - 'due',
  'mustPublish', state->'facts'->'mustPublish',
  'firstDueOn', state->'facts'->'firstDueOn',
  'dueSetBy', state->'facts'->'dueSetBy',
  'periodKey', state->'facts'->'openedPeriods'->-1);
alter table app.task alter column shown set not null;
comment on column app.task.shown is 'What a line of the ledger shows beside the key columns, so that it is read without the state.';

alter table app.assignment add column place smallint;
update app.assignment set place = (state->'part'->>'place')::smallint;
alter table app.assignment alter column place set not null;
comment on column app.assignment.place is 'Place among the task''s units in the order of the notice, counted from 0.';

-- A search is always one campaign's: its mark stands among the words, so that the index meets both at once.
update app.task set words = words || array_to_tsvector(array['campaign:' || campaign_id]), words_version = 2;

-- Counting a campaign's tasks and finding its lamps by the index alone.
create index task_campaign_counted on app.task (campaign_id, position) include (status, deadline_kind, due_on, list_id);
drop index app.task_campaign;
create index assignment_lamp on app.assignment (campaign_id, task_id) include (overdue_from, yellow_from, blue_from)
  where running and hands_in_to is null;
