-- Tips about persons and about a unit's own misconduct. A table of its own that no view of cases joins: no unit, no search, no
-- count and no score can come upon it. No word of the submitter stands here; discipline inspection reads the vault.

create table app.tip (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  year integer not null,
  serial integer not null,
  status text not null check (status in ('received', 'examining', 'declined', 'transferred', 'concluded')),
  received_on date not null,
  vault_id uuid not null unique,
  message_waiting boolean not null,
  closed_on date,
  constraint tip_number unique (division, year, serial)
);
comment on table app.tip is 'Tips for discipline inspection. Holds dates and states only; words, persons and units lie sealed in the vault.';
create index tip_queue on app.tip (division, status, received_on);

create table app.tip_answer (
  id uuid primary key,
  tip_id uuid not null references app.tip (id) deferrable initially deferred,
  text text not null,
  salt bytea not null
);
comment on table app.tip_answer is 'Discipline inspection''s own words to the submitter, shown behind the receipt code. Erasable; the ledger keeps a salted commitment.';
