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
  from_currency text        not null,
  to_currency   text        not null,
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
  currency     text              not null,
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
  kind         text        not null check (kind in ('invoice', 'debit_memo', 'credit_memo', 'receipt',
                                                    'refund', 'adjustment', 'charge', 'transfer',
                                                    'reversal')),
  side         smallint    not null check (side in (1, -1)),
  currency     text     not null check (currency ~ '^[A-Z]{3}$'),
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
create index item_by_document on ledger.item (account_id, document_id) where document_id is not null;

-- Money moved from a credit item onto a debit item; a reversal is the same row with a minus.
create table ledger.application (
  account_id        uuid        not null,
  application_id    uuid        not null,
  entry_id          uuid        not null,
  debit_item_id     uuid        not null,
  credit_item_id    uuid        not null,
  kind              text        not null check (kind in ('payment', 'credit', 'discount', 'tolerance',
                                                         'write_off', 'refund', 'transfer', 'reversal')),
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
  currency        text     not null,
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

grant select, insert on ledger.account, ledger.exchange_rate, ledger.entry, ledger.line, ledger.item,
      ledger.application, ledger.reservation, ledger.reservation_end, ledger.discount_offer,
      ledger.identity to dunlin_app;
-- `select … for update` needs the update privilege on one column; nothing ever updates it.
grant update (company_id) on ledger.account to dunlin_app;
grant select, insert, update on ledger.item_balance, ledger.chart_mapping to dunlin_app;

-- Published: open(item, asOf) as known now. `aged`: what is owed to us and so stands in a bucket;
-- the rest is money (receipts, and what went back out of them) and stands in the unapplied column. Undoes what is effective later, so its cost grows with
-- the book open on that day plus what has changed since, not with the history (law 3).
create function ledger.open_items_on(as_of date)
returns table (account_id uuid, item_id uuid, kind text, side smallint, currency text,
               issued_on date, due_on date, amount_minor bigint, base_minor bigint,
               open_minor bigint, open_base_minor bigint, aged boolean)
language sql stable
as $$
  with later as (
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor, a.debit_base_minor,
           a.credit_base_minor
      from ledger.application a
     where a.effective_on > as_of
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount, sum(u.base)::bigint as base
      from (select l.debit_item_id as item_id, l.amount_minor as amount, l.debit_base_minor as base
              from later l
             union all
            select l.credit_item_id, -l.amount_minor, -l.credit_base_minor
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor, b.base_minor,
         b.open_minor + coalesce(u.amount, 0), b.open_base_minor + coalesce(u.base, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.closed_on > as_of
     and b.effective_on <= as_of
     and b.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- The same, as known at a moment: what was recorded later is undone too.
create function ledger.open_items_known(as_of date, known_at timestamptz)
returns table (account_id uuid, item_id uuid, kind text, side smallint, currency text,
               issued_on date, due_on date, amount_minor bigint, base_minor bigint,
               open_minor bigint, open_base_minor bigint, aged boolean)
language sql stable
as $$
  with later as (
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor, a.debit_base_minor,
           a.credit_base_minor
      from ledger.application a
     where a.effective_on > as_of
        or a.recorded_at > known_at
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount, sum(u.base)::bigint as base
      from (select l.debit_item_id as item_id, l.amount_minor as amount, l.debit_base_minor as base
              from later l
             union all
            select l.credit_item_id, -l.amount_minor, -l.credit_base_minor
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor, b.base_minor,
         b.open_minor + coalesce(u.amount, 0), b.open_base_minor + coalesce(u.base, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where (b.closed_on > as_of or b.touched_at > known_at)
     and b.effective_on <= as_of
     and b.recorded_at <= known_at
     and b.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- Published: the same for one account, which costs no more than that account's history.
create function ledger.account_items_known(of_account uuid, as_of date, known_at timestamptz)
returns table (item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date,
               amount_minor bigint, open_minor bigint, aged boolean)
language sql stable
as $$
  with later as (
    select a.debit_item_id, a.credit_item_id, a.amount_minor
      from ledger.application a
     where a.account_id = of_account
       and (a.effective_on > as_of or a.recorded_at > known_at)
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount
      from (select l.debit_item_id as item_id, l.amount_minor as amount
              from later l
             union all
            select l.credit_item_id, -l.amount_minor
              from later l) u
     group by u.item_id
  )
  select b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on, b.amount_minor,
         b.open_minor + coalesce(u.amount, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.account_id = of_account
     and b.effective_on <= as_of
     and b.recorded_at <= known_at
     and b.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- Published: money that arrived on an account, for promises and payment behaviour. A returned
-- payment is a row with a minus. The kind `transfer` only moves an item to another account; money
-- that came by transfer counts there when it pays something, as a payment.
create view ledger.applied_money as
select a.account_id, a.application_id, a.debit_item_id, a.credit_item_id, d.currency,
       a.amount_minor, a.effective_on, a.recorded_at, a.kind, d.due_on, d.issued_on
  from ledger.application a
  join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
 where a.kind = 'payment';
grant select on ledger.applied_money to dunlin_app;

-- Published: items by what people know of them.
create view ledger.item_card as
select i.account_id, i.item_id, i.kind, i.side, i.number, i.currency, i.amount_minor, b.open_minor
  from ledger.item i
  join ledger.item_balance b on b.account_id = i.account_id and b.item_id = i.item_id;
grant select on ledger.item_card to dunlin_app;

-- Published: what was posted on an account, for its timeline; an entry without an item of its own
-- counts what it applied.
create view ledger.entry_card as
select e.account_id, e.entry_id, e.kind, e.effective_on, e.recorded_at, e.actor, e.reason, i.number,
       coalesce(i.currency, p.currency) as currency,
       coalesce(i.amount_minor, p.amount_minor) as amount_minor
  from ledger.entry e
  left join (select x.account_id, x.entry_id, min(x.number) as number,
                    min(x.currency) as currency, sum(x.amount_minor)::bigint as amount_minor
               from ledger.item x
              group by x.account_id, x.entry_id) i
         on i.account_id = e.account_id and i.entry_id = e.entry_id
  left join (select a.account_id, a.entry_id, min(d.currency) as currency,
                    sum(a.amount_minor)::bigint as amount_minor
               from ledger.application a
               join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
              group by a.account_id, a.entry_id) p
         on p.account_id = e.account_id and p.entry_id = e.entry_id;
grant select on ledger.entry_card to dunlin_app;

-- Published: what an item is called.
create view ledger.item_name as
select account_id, item_id, document_id, kind, number, reference, effective_on from ledger.item;
grant select on ledger.item_name to dunlin_app;

-- Published: what raised or lowered an account's balance; the due day of what is aged.
create view ledger.movement as
select account_id, item_id, currency, effective_on, number, kind, reference,
       case when side = 1 and kind not in ('refund', 'reversal', 'transfer') then due_on end as due_on,
       side * amount_minor as amount
  from ledger.item;
grant select on ledger.movement to dunlin_app;

-- Published: money that reached an account, by the business day of the money: what each receipt
-- paid, and what is left of it. What was taken back, went on to another account or was refunded is
-- not there.
create view ledger.received_money as
select a.account_id, a.debit_item_id as item_id, c.currency, a.amount_minor,
       c.issued_on as received_on, c.recorded_at
  from ledger.application a
  join ledger.item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
 where a.kind = 'payment'
   and a.reverses is null
   and not exists (select
                     from ledger.application r
                    where r.account_id = a.account_id
                      and r.reverses   = a.application_id)
 union all
select b.account_id, null, b.currency, -b.open_minor, b.issued_on, b.recorded_at
  from ledger.item_balance b
 where b.side = -1
   and b.kind in ('receipt', 'transfer')
   and b.open_minor <> 0;
grant select on ledger.received_money to dunlin_app;

-- An undone import frees its outside ids, so that the corrected file can bring them again.
grant delete on ledger.identity to dunlin_app;

-- Published: when the book last changed.
create view ledger.latest_recording as
select max(recorded_at) as recorded_at from ledger.entry;
grant select on ledger.latest_recording to dunlin_app;

-- Published: companies and currencies whose open items and control account differ; none when all
-- is well.
create view ledger.control_difference as
select a.company_id, t.currency, sum(t.amount)::bigint as difference_minor
  from (select b.account_id, b.currency, b.open_minor as amount
          from ledger.item_balance b
         where b.open_minor <> 0
         union all
        select l.account_id, l.currency, case when l.debit = 'ar' then -l.amount_minor
                                              else l.amount_minor end
          from ledger.line l
         where 'ar' in (l.debit, l.credit)) t
  join ledger.account a on a.account_id = t.account_id
 group by a.company_id, t.currency
having sum(t.amount) <> 0;
grant select on ledger.control_difference to dunlin_app;
