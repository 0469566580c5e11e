-- Whose parts lie in a campaign: the ledger of a unit, the counts of its filters and of the overview.
create index assignment_campaign_unit on app.assignment (campaign_id, unit_id, task_id);
