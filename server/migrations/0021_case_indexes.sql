-- Indexes of cases as measured on 300,000 of them: the board is answered out of one index, and what is looked for once a day or
-- found by the key anyway needs none of its own.
drop index app.case_attention;
create index case_attention on app.case (division) include (
  campaign_id, open, status, awaits, clock, due_on, blue_from, yellow_from, overdue_from, conclude_from, satisfaction,
  conclusion, extension_pending, withdrawal_asked, message_waiting, to_follow_up
) where open or message_waiting or to_follow_up;
drop index app.case_blue;
drop index app.case_yellow;
drop index app.case_overdue;
drop index app.case_silent;
