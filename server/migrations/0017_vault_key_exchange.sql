-- One active pair of a holder, checked at the end of the statement: an exchange retires one and adds the next at once.

drop index app.vault_key_active;
alter table app.vault_key add constraint vault_key_active
  exclude using btree (division with =, holder with =) where (kind = 'active') deferrable initially immediate;
