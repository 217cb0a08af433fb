-- What was issued: documents and their lines, as they stand in the billing system.
create schema invoices;
grant usage on schema invoices to dunlin_app;

create table invoices.document (
  account_id   uuid        not null references ledger.account,
  document_id  uuid        not null,
  kind         text        not null check (kind in ('invoice', 'debit_memo', 'credit_memo')),
  number       text        not null,
  po_number    text,
  order_number text,
  issued_on    date        not null,
  currency     text     not null,
  net_minor    bigint      not null check (net_minor >= 0),
  tax_minor    bigint      not null check (tax_minor >= 0),
  terms_code   text,
  discount_on  date,
  discount_minor bigint    check (discount_minor >= 0),
  credits      uuid,
  recorded_at  timestamptz not null,
  primary key (account_id, document_id)
);
create index document_by_number on invoices.document (number text_pattern_ops);
create index document_by_po on invoices.document (upper(po_number) text_pattern_ops);

create table invoices.document_line (
  account_id  uuid     not null,
  document_id uuid     not null,
  line_no     smallint not null check (line_no > 0),
  description text     not null,
  net_minor   bigint   not null,
  tax_code    text,
  tax_minor   bigint   not null,
  primary key (account_id, document_id, line_no),
  foreign key (account_id, document_id) references invoices.document
);

-- What a customer contests, as far as it is known from outside; cases with owners: issue 6.
create schema disputes;
grant usage on schema disputes to dunlin_app;
create table disputes.dispute (
  account_id   uuid        not null references ledger.account,
  dispute_id   uuid        not null,
  item_id      uuid        not null,
  amount_minor bigint      check (amount_minor > 0),
  reason       text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, dispute_id),
  foreign key (account_id, item_id) references ledger.item
);
create index dispute_by_item on disputes.dispute (account_id, item_id);
create table disputes.resolution (
  account_id   uuid        not null,
  dispute_id   uuid        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, dispute_id),
  foreign key (account_id, dispute_id) references disputes.dispute
);

-- Orders not invoiced yet, for exposure; holds and releases come with issue 6.
create schema credit;
grant usage on schema credit to dunlin_app;
create table credit.sales_order (
  account_id   uuid        not null references ledger.account,
  order_id     uuid        not null,
  number       text        not null,
  ordered_on   date        not null,
  currency     text     not null,
  amount_minor bigint      not null,
  state        text        not null check (state in ('open', 'invoiced', 'cancelled')),
  document_id  uuid,
  recorded_at  timestamptz not null,
  primary key (account_id, order_id)
);
create unique index sales_order_number on credit.sales_order (account_id, number);
create table credit.hold (
  account_id   uuid        not null references ledger.account,
  hold_id      uuid        not null,
  reason       text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, hold_id)
);
create table credit.hold_release (
  account_id   uuid        not null,
  hold_id      uuid        not null,
  reason       text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, hold_id),
  foreign key (account_id, hold_id) references credit.hold
);

grant select, insert on invoices.document, invoices.document_line, disputes.dispute,
      disputes.resolution, credit.hold, credit.hold_release to dunlin_app;
grant select, insert, update on credit.sales_order to dunlin_app;

-- Published: disputes that are open now.
create view disputes.open_dispute as
select d.account_id, d.dispute_id, d.item_id, d.amount_minor, d.reason, d.effective_on
  from disputes.dispute d
 where not exists (select from disputes.resolution r
                    where r.account_id = d.account_id and r.dispute_id = d.dispute_id);
grant select on disputes.open_dispute to dunlin_app;

-- Published: disputes that were open on a day, as known at a moment.
create function disputes.open_disputes_known(as_of date, known_at timestamptz)
returns table (account_id uuid, dispute_id uuid, item_id uuid, amount_minor bigint)
language sql stable
as $$
  select d.account_id, d.dispute_id, d.item_id, d.amount_minor
    from disputes.dispute d
   where d.effective_on <= as_of
     and d.recorded_at <= known_at
     and not exists (select
                       from disputes.resolution r
                      where r.account_id = d.account_id
                        and r.dispute_id = d.dispute_id
                        and r.effective_on <= as_of
                        and r.recorded_at <= known_at)
$$;

-- Published: documents by the numbers that the customer knows.
create view invoices.document_card as
select account_id, document_id, number, po_number, order_number from invoices.document;
grant select on invoices.document_card to dunlin_app;
