-- What an outgoing liaison leaves to the next one. The ledger holds a commitment of the note, its words stand here.

create table app.hand_over (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  from_person uuid not null references app.person (id),
  to_person uuid not null references app.person (id),
  on_day date not null,
  note text not null,
  salt bytea not null,
  check (from_person <> to_person)
);
comment on table app.hand_over is 'Hand-overs of a unit''s liaison; id is the new liaison''s post.';
create index hand_over_unit on app.hand_over (unit_id, on_day);
