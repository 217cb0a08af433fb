-- Snapshots: a complete open-item file says what is open at the source on a day, and what is not.
-- An item that carries on an outside id beside the one that first bore it: what it was raised by,
-- what it was posted again as, where a merge took it.
create table ledger.source_item (
  account_id  uuid not null,
  item_id     uuid not null,
  company_id  uuid not null references team.company,
  source      text not null,
  kind        text not null check (kind in ('item', 'receipt')),
  external_id text not null,
  primary key (account_id, item_id),
  foreign key (account_id, item_id) references ledger.item
);
create index source_item_by_name on ledger.source_item (company_id, source, external_id);
-- An undone import takes its names back, as it does with `ledger.identity`.
grant select, insert, delete on ledger.source_item to dunlin_app;

-- Published: every item that an outside system names, as it stands now.
create view ledger.item_at_source as
select n.company_id, n.source, n.kind as named_as, n.external_id, b.account_id, b.item_id, b.kind,
       b.side, b.currency, b.open_minor, b.reserved_minor, b.issued_on, b.due_on, b.effective_on
  from (select company_id, source, kind, external_id, account_id, object_id as item_id
          from ledger.identity
         where kind in ('item', 'receipt')
         union all
        select company_id, source, kind, external_id, account_id, item_id
          from ledger.source_item) n
  join ledger.item_balance b on b.account_id = n.account_id and b.item_id = n.item_id;
grant select on ledger.item_at_source to dunlin_app;

-- Published: what people applied here, which no outside system has told us of. A move to another
-- account is none.
create view ledger.desk_application as
select a.account_id, a.application_id, a.debit_item_id, a.credit_item_id, a.amount_minor,
       a.recorded_at
  from ledger.application a
  join ledger.entry e on e.account_id = a.account_id and e.entry_id = a.entry_id
 where e.import_id is null
   and e.kind <> 'import_undone'
   and a.kind <> 'transfer';
grant select on ledger.desk_application to dunlin_app;

-- A complete open-item file as it was taken in. `covers`: everything that is open, or only what is
-- owed to us, when the source never lists a credit.
create table imports.snapshot (
  import_id  uuid        not null references imports.import,
  company_id uuid        not null references team.company,
  source     text        not null,
  as_of      date        not null,
  taken_at   timestamptz not null,
  covers     text        not null check (covers in ('all', 'debits')),
  totals     jsonb       not null,
  primary key (import_id, company_id)
);
create index snapshot_by_source on imports.snapshot (company_id, source, as_of);

-- Items of which a snapshot did not decide: money posted here that the source does not know yet
-- (`ahead`, the amount), and items whose row could not be read (`unread`, kept as they were).
create table imports.snapshot_exception (
  import_id    uuid   not null,
  company_id   uuid   not null,
  external_id  text   not null,
  why          text   not null check (why in ('ahead', 'unread', 'reserved')),
  currency     text   not null,
  amount_minor bigint not null,
  primary key (import_id, company_id, external_id, why),
  foreign key (import_id, company_id) references imports.snapshot
);

-- An item that was in the last snapshot and not in this one, closed by `adjustment_id` until
-- somebody says what it was.
create table imports.closing (
  account_id    uuid   not null,
  adjustment_id uuid   not null,
  item_id       uuid   not null,
  import_id     uuid   not null references imports.import,
  external_id   text   not null,
  closed_on     date   not null,
  currency      text   not null,
  amount_minor  bigint not null,
  primary key (account_id, adjustment_id)
);
create index closing_by_import on imports.closing (import_id);

-- What it was; the last answer stands. `reappeared`: a later file listed it again.
create table imports.closing_answer (
  account_id    uuid        not null,
  adjustment_id uuid        not null,
  answer_id     uuid        not null,
  answer        text        not null
                check (answer in ('paid', 'credited', 'written_off', 'error', 'reappeared')),
  import_id     uuid        references imports.import,
  actor         text        not null,
  reason        text        not null,
  at            timestamptz not null,
  primary key (account_id, adjustment_id, answer_id),
  foreign key (account_id, adjustment_id) references imports.closing
);

grant select, insert on imports.snapshot, imports.snapshot_exception, imports.closing,
      imports.closing_answer to dunlin_app;
