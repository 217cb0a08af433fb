-- Money in that the bank tells twice: one credit for many payments waits for its details.

-- `awaiting`: the bank will say who paid; `split`: it said, and the parts are receipts.
alter table cash.receipt_now drop constraint receipt_now_state_check;
alter table cash.receipt_now add constraint receipt_now_state_check
      check (state in ('entered', 'unposted', 'awaiting', 'posted', 'reopened', 'returned',
                       'withdrawn', 'reversed', 'elsewhere', 'settled', 'split'));
create index receipt_now_awaiting on cash.receipt_now (receipt_id) where state = 'awaiting';

-- A credit of the bank that was many payments; each is split once.
create table cash.split (
  bulk_id     uuid        primary key references cash.receipt,
  how         text        not null check (how in ('remittances', 'notices', 'person')),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null
);

-- The receipts that it was; together they come to what the bank credited.
create table cash.split_part (
  receipt_id uuid primary key references cash.receipt,
  bulk_id    uuid not null references cash.split,
  check (receipt_id <> bulk_id)
);
create index split_part_by_bulk on cash.split_part (bulk_id);
grant select, insert on cash.split, cash.split_part to dunlin_app;
