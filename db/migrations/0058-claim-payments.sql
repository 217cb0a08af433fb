-- What insurers pay on claims (X12 835): posted whole, each claim with what became of it.

-- A remittance of claims is posted claim by claim, never matched like another.
alter table cash.remittance_use add column claims boolean not null default false;

-- An 835 that was posted; `receipt_id` null: it paid nothing and only said why.
create table cash.claim_payment (
  remittance_id uuid        primary key,
  company_id    uuid        not null references team.company,
  receipt_id    uuid        references cash.receipt,
  request_id    uuid,
  recorded_at   timestamptz not null,
  actor         text        not null,
  reason        text        not null
);

-- Each claim of it: what was paid, written down by contract, is the patient's, and stays open.
create table cash.claim_posted (
  account_id    uuid    not null references ledger.account,
  remittance_id uuid    not null references cash.claim_payment,
  line_no       integer not null check (line_no > 0),
  item_id       uuid    not null,
  claim         text    not null,
  status        text    not null,
  paid_minor    bigint  not null check (paid_minor >= 0),
  adjusted_minor bigint not null check (adjusted_minor >= 0),
  patient_minor bigint  not null,
  left_minor    bigint  not null check (left_minor >= 0),
  primary key (account_id, remittance_id, line_no),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);
create index claim_posted_by_payment on cash.claim_posted (remittance_id);

grant select, insert on cash.claim_payment, cash.claim_posted to dunlin_app;
