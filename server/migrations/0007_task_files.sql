-- Which evidence belongs to which unit's part: whoever may read the part may read the file.

create table app.assignment_file (
  assignment_id uuid not null references app.assignment (id),
  file_id uuid not null references app.file (id),
  attached_on date not null,
  primary key (assignment_id, file_id)
);
create index assignment_file_file on app.assignment_file (file_id);
comment on table app.assignment_file is 'Which evidence belongs to which unit''s part. Follows the part''s ledger, which names the files.';
