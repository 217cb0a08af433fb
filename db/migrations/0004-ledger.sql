-- The ledger: append-only items, applications, entries and lines, and the balance they prove.
create schema ledger;
grant usage on schema ledger to dunlin_app;

-- The row that whoever changes an account's money locks first (law 9).
-- A company's house account, where lines without a customer stand, has the company's own id.
create table ledger.account (
  account_id uuid primary key,
  company_id uuid not null references team.company
);
create index account_by_company on ledger.account (company_id);

create domain ledger.chart_account as text check (value in (
  'ar', 'ar-revaluation', 'opening-balance', 'fx-rounding', 'unclaimed-property', 'cash-clearing',
  'card-clearing', 'billing-clearing', 'revenue-adjustments', 'discounts', 'small-differences',
  'bad-debt', 'allowance', 'recoveries', 'interest-income', 'fee-income', 'bank-fees', 'card-fees',
  'fx-realised', 'fx-unrealised', 'refunds-payable', 'sales-tax', 'transfers'));

-- The company's own numbers for the journal's accounts.
create table ledger.chart_mapping (
  company_id      uuid                 not null references team.company,
  chart_account   ledger.chart_account not null,
  external_number text                 not null,
  primary key (company_id, chart_account)
);

create table ledger.exchange_rate (
  from_currency text           not null,
  to_currency   text           not null,
  effective_on  date           not null,
  recorded_at   timestamptz    not null,
  rate          numeric(20, 8) not null check (rate > 0),
  source        text           not null,
  primary key (from_currency, to_currency, effective_on, recorded_at)
);

create table ledger.entry (
  account_id   uuid        not null references ledger.account,
  entry_id     uuid        not null,
  kind         text        not null,
  effective_on date        not null,
  posted_on    date        not null check (posted_on >= effective_on),
  recorded_at  timestamptz not null,
  actor        text        not null check (actor <> ''),
  reason       text        not null,
  import_id    uuid,
  reverses     uuid,
  -- The entry that gave rise to this one: a receipt to its discounts, a return to its fee.
  follows      uuid,
  primary key (account_id, entry_id),
  foreign key (account_id, reverses) references ledger.entry (account_id, entry_id),
  foreign key (account_id, follows) references ledger.entry (account_id, entry_id)
);
create index entry_by_import on ledger.entry (import_id) where import_id is not null;
create index entry_by_recording on ledger.entry (recorded_at);

-- A line carries both its sides, so no entry can be unbalanced (law 8).
create table ledger.line (
  account_id   uuid                 not null,
  entry_id     uuid                 not null,
  line_no      smallint             not null,
  debit        ledger.chart_account not null,
  credit       ledger.chart_account not null,
  currency     text                 not null,
  amount_minor bigint               not null check (amount_minor >= 0),
  base_minor   bigint               not null check (base_minor >= 0),
  bank         text,
  primary key (account_id, entry_id, line_no),
  foreign key (account_id, entry_id) references ledger.entry,
  check (debit <> credit),
  check (amount_minor > 0 or base_minor > 0)
);

-- One open item: one due day of one document; `side` is 1 for a debit, -1 for a credit.
create table ledger.item (
  account_id   uuid        not null,
  item_id      uuid        not null,
  entry_id     uuid        not null,
  document_id  uuid,
  kind         text        not null
               check (kind in ('invoice', 'debit_memo', 'credit_memo', 'receipt', 'refund',
                               'adjustment', 'charge', 'transfer', 'reversal')),
  side         smallint    not null check (side in (1, -1)),
  currency     text        not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint      not null check (amount_minor > 0),
  base_minor   bigint      not null check (base_minor >= 0),
  number       text        not null,
  reference    text,
  issued_on    date        not null,
  due_on       date        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  instalment   smallint    check (instalment > 0),
  primary key (account_id, item_id),
  foreign key (account_id, entry_id) references ledger.entry
);
-- A document by the beginning or the end of its number, and an item by its amount.
create index item_by_number on ledger.item (upper(number) text_pattern_ops);
create index item_by_number_end on ledger.item (reverse(upper(number)) text_pattern_ops);
create index item_by_amount on ledger.item (amount_minor);
create index item_by_document on ledger.item (account_id, document_id)
 where document_id is not null;

-- Money moved from a credit item onto a debit item; a reversal is the same row with a minus.
create table ledger.application (
  account_id        uuid        not null,
  application_id    uuid        not null,
  entry_id          uuid        not null,
  debit_item_id     uuid        not null,
  credit_item_id    uuid        not null,
  kind              text        not null
                    check (kind in ('payment', 'credit', 'discount', 'tolerance', 'write_off',
                                    'refund', 'transfer', 'reversal')),
  amount_minor      bigint      not null check (amount_minor <> 0),
  debit_base_minor  bigint      not null,
  credit_base_minor bigint      not null,
  effective_on      date        not null,
  recorded_at       timestamptz not null,
  reverses          uuid,
  primary key (account_id, application_id),
  unique (account_id, reverses),
  foreign key (account_id, entry_id) references ledger.entry,
  foreign key (account_id, debit_item_id) references ledger.item (account_id, item_id),
  foreign key (account_id, credit_item_id) references ledger.item (account_id, item_id),
  foreign key (account_id, reverses) references ledger.application (account_id, application_id),
  check ((amount_minor < 0) = (reverses is not null)),
  check (debit_item_id <> credit_item_id)
);
create index application_by_debit on ledger.application (account_id, debit_item_id);
create index application_by_credit on ledger.application (account_id, credit_item_id);
create index application_by_day on ledger.application (effective_on);
create index application_by_recording on ledger.application using brin (recorded_at);

-- The projection of law 2: one row per item, changed only beside its applications. The columns
-- that never change stand here again so that an aging reads one table.
create table ledger.item_balance (
  account_id      uuid        not null,
  item_id         uuid        not null,
  side            smallint    not null,
  kind            text        not null,
  currency        text        not null,
  issued_on       date        not null,
  due_on          date        not null,
  effective_on    date        not null,
  recorded_at     timestamptz not null,
  amount_minor    bigint      not null,
  base_minor      bigint      not null,
  open_minor      bigint      not null,
  open_base_minor bigint      not null,
  reserved_minor  bigint      not null default 0,
  closed_on       date        not null default 'infinity',
  touched_at      timestamptz not null,
  primary key (account_id, item_id),
  foreign key (account_id, item_id) references ledger.item,
  constraint item_balance_within_item check (open_minor * side between 0 and amount_minor),
  constraint item_balance_reserved check (reserved_minor between 0 and abs(open_minor)),
  check ((open_minor = 0) = (closed_on < 'infinity'))
);
-- Covers an aging: what is open on a day is one stretch of this index.
create index item_balance_by_closing on ledger.item_balance (closed_on)
       include (account_id, item_id, effective_on, due_on, issued_on, side, kind, currency,
                amount_minor, base_minor, open_minor, open_base_minor);
create index item_balance_open on ledger.item_balance (account_id) where open_minor <> 0;
create index item_balance_by_open on ledger.item_balance (abs(open_minor)) where open_minor <> 0;

-- A credit held for a refund or an approval: a fact, ended by a release.
create table ledger.reservation (
  account_id     uuid        not null,
  reservation_id uuid        not null,
  item_id        uuid        not null,
  amount_minor   bigint      not null check (amount_minor > 0),
  reason         text        not null,
  actor          text        not null,
  recorded_at    timestamptz not null,
  primary key (account_id, reservation_id),
  foreign key (account_id, item_id) references ledger.item
);
create table ledger.reservation_end (
  account_id     uuid        not null,
  reservation_id uuid        not null,
  outcome        text        not null check (outcome in ('released', 'used')),
  actor          text        not null,
  recorded_at    timestamptz not null,
  primary key (account_id, reservation_id),
  foreign key (account_id, reservation_id) references ledger.reservation
);

-- What paying an item early earns: kept back until a day. Later days are lower offers.
create table ledger.discount_offer (
  account_id   uuid   not null,
  item_id      uuid   not null,
  until_on     date   not null,
  amount_minor bigint not null check (amount_minor > 0),
  tax_minor    bigint not null check (tax_minor between 0 and amount_minor),
  primary key (account_id, item_id, until_on),
  foreign key (account_id, item_id) references ledger.item
);

-- Identities of items, receipts and applications in outside systems.
create table ledger.identity (
  company_id  uuid not null,
  source      text not null,
  kind        text not null check (kind in ('item', 'receipt', 'application')),
  external_id text not null,
  account_id  uuid not null,
  object_id   uuid not null,
  primary key (company_id, source, kind, external_id)
);

grant select, insert on ledger.account, ledger.exchange_rate, ledger.entry, ledger.line,
      ledger.item, ledger.application, ledger.reservation, ledger.reservation_end,
      ledger.discount_offer, ledger.identity to dunlin_app;
-- `select … for update` needs the update privilege on one column; nothing ever updates it.
grant update (company_id) on ledger.account to dunlin_app;
grant select, insert, update on ledger.item_balance, ledger.chart_mapping to dunlin_app;
