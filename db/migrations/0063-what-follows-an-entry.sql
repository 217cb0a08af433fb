-- What follows an entry (a recovery after a write-off, a return after a receipt) is found by it:
-- the register of write-offs asks for thousands at once.

create index entry_follows on ledger.entry (account_id, follows)
 where follows is not null;
