-- Claims that an insurer takes back (X12 835, status 22), and shares moved to the patient.

-- What the claim's item referred to: the patient's own number.
alter table cash.claim_posted add column reference text not null default '';

-- A claim taken back: what its first posting had paid and written down is open again. Where no
-- first posting is known, the item is the deduction that stands open instead.
create table cash.claim_taken_back (
  account_id          uuid    not null references ledger.account,
  remittance_id       uuid    not null references cash.claim_payment,
  claim               text    not null,
  item_id             uuid    not null,
  first_remittance_id uuid    references cash.claim_payment,
  first_line_no       integer,
  paid_minor          bigint  not null check (paid_minor >= 0),
  adjusted_minor      bigint  not null check (adjusted_minor >= 0),
  primary key (account_id, remittance_id, claim),
  constraint claim_taken_back_once unique (account_id, first_remittance_id, first_line_no),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);
create index claim_taken_back_by_payment on cash.claim_taken_back (remittance_id);

-- A patient's share that was moved from the claim to the patient's own account, as this item.
create table cash.claim_share_moved (
  account_id    uuid    not null references ledger.account,
  item_id       uuid    not null,
  remittance_id uuid    not null references cash.claim_payment,
  line_no       integer not null check (line_no > 0),
  amount_minor  bigint  not null check (amount_minor > 0),
  primary key (account_id, item_id),
  unique (account_id, remittance_id, line_no),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);

grant select, insert on cash.claim_taken_back, cash.claim_share_moved to dunlin_app;
