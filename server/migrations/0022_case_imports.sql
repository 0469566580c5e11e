-- Cases that came in by file: the batch, and under which number of its source each case came.

create table app.import_batch (
  id uuid primary key,
  version integer not null,
  head bytea not null,
  state jsonb not null,
  division text not null,
  source text not null,
  digest text not null,
  status text not null check (status in ('running', 'done', 'undoing', 'undone')),
  begun_on date not null
);
comment on table app.import_batch is 'One file of cases from receipt to the last row, or to its undoing. No word of any row.';
comment on column app.import_batch.digest is 'SHA-256 of the file: the same file goes on in a batch that was cut off.';
create index import_batch_newest on app.import_batch (division, id desc);
create index import_batch_running on app.import_batch (digest) where status = 'running';

create table app.import_row (
  case_id uuid primary key references app.case (id),
  batch_id uuid not null references app.import_batch (id),
  division text not null,
  source text not null,
  number text not null,
  undone boolean not null
);
comment on table app.import_row is 'Under which number of its source a case came in: no number comes in twice.';
comment on column app.import_row.undone is 'The case was withdrawn with its batch: the number may come in again.';
create unique index import_row_number on app.import_row (division, source, number) where not undone;
create index import_row_batch on app.import_row (batch_id) where not undone;
