-- Whether a unit's first answer came in time is judged by the day that was due when it came.

alter table app.assignment add column first_answer_due_on date;
comment on column app.assignment.first_answer_due_on is 'Due day in force at the first hand-in. Null: not handed in yet, or nothing was due.';
