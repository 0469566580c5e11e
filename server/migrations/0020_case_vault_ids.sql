-- Which case a sealed submission belongs to: the vault asks by its random id before anybody may open it.
alter table app.case add column vault_id uuid;
update app.case set vault_id = (state #>> '{file,facts,vaultId}')::uuid;
comment on column app.case.vault_id is 'Random id of the sealed submission; null when nothing is sealed.';
create unique index case_vault on app.case (vault_id) where vault_id is not null;
