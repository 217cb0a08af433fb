-- A check that the bank took out of a deposit it has, with its word as the reason; the others were
-- taken out at the desk before the deposit was closed.
alter table cash.deposit_item_out
  add column by_bank boolean not null default false;
