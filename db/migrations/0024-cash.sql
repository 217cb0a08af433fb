-- Money received: batches with their controls, receipts, how each was decided, posted, corrected.
create schema if not exists cash;
grant usage on schema cash to dunlin_app;

-- Money that is not receivables, and what sister companies owe each other, get accounts of their
-- own, so that cash-clearing agrees with the bank whatever the money was for.
alter domain ledger.chart_account drop constraint chart_account_check;
alter domain ledger.chart_account add constraint chart_account_check check (value in (
  'ar', 'ar-revaluation', 'opening-balance', 'fx-rounding', 'unclaimed-property', 'cash-clearing',
  'card-clearing', 'billing-clearing', 'revenue-adjustments', 'discounts', 'small-differences',
  'bad-debt', 'allowance', 'recoveries', 'interest-income', 'fee-income', 'bank-fees', 'card-fees',
  'fx-realised', 'fx-unrealised', 'refunds-payable', 'sales-tax', 'transfers', 'other-receipts',
  'due-to-affiliates', 'due-from-affiliates'));

-- Published: what is open now, with what it is called: the book that receipts are matched against.
create view ledger.open_item as
select b.account_id, l.company_id, b.item_id, i.document_id, b.kind, b.side, b.currency, i.number,
       coalesce(i.reference, '') as reference, b.amount_minor, abs(b.open_minor) as open_minor,
       b.reserved_minor, b.issued_on, b.due_on, b.effective_on
  from ledger.item_balance b
  join ledger.item i on i.account_id = b.account_id and i.item_id = b.item_id
  join ledger.account l on l.account_id = b.account_id
 where b.open_minor <> 0;
grant select on ledger.open_item to dunlin_app;

-- Published: what paying an item early earns.
create view ledger.offer_card as
select account_id, item_id, until_on, amount_minor, tax_minor from ledger.discount_offer;
grant select on ledger.offer_card to dunlin_app;

-- Published: items by what they are called and when they are due, open or not.
create view ledger.dated_item as
select account_id, item_id, document_id, kind, side, currency, number, amount_minor, issued_on,
       due_on
  from ledger.item;
grant select on ledger.dated_item to dunlin_app;

-- Published: applications that stand, each with the credit that it came from.
create view ledger.standing_application as
select a.account_id, a.application_id, a.entry_id, a.debit_item_id, a.credit_item_id, a.kind,
       a.amount_minor, a.effective_on, a.recorded_at
  from ledger.application a
 where a.reverses is null
   and not exists (select
                     from ledger.application r
                    where r.account_id = a.account_id
                      and r.reverses   = a.application_id);
grant select on ledger.standing_application to dunlin_app;

-- What came together, with what somebody counted beforehand; it posts only when both agree.
create table cash.batch (
  batch_id        uuid        primary key,
  company_id      uuid        not null references team.company,
  method          text        not null
                  check (method in ('check', 'wire', 'ach', 'card', 'cash', 'lockbox', 'portal')),
  source          text        not null check (source in ('keyboard', 'paste', 'file')),
  received_on     date        not null,
  bank_account_id uuid,
  bank            text,
  currency        text        not null check (currency ~ '^[A-Z]{3}$'),
  control_count   integer     not null check (control_count > 0),
  control_minor   bigint      not null check (control_minor > 0),
  note            text        not null,
  recorded_at     timestamptz not null,
  actor           text        not null
);
create index batch_by_company on cash.batch (company_id, received_on);
create table cash.batch_act (
  batch_id    uuid        not null references cash.batch,
  recorded_at timestamptz not null,
  act         text        not null check (act in ('posted', 'withdrawn', 'reversed')),
  actor       text        not null,
  reason      text        not null,
  primary key (batch_id, recorded_at)
);
create table cash.batch_now (
  batch_id   uuid        primary key references cash.batch,
  state      text        not null check (state in ('open', 'posted', 'withdrawn', 'reversed')),
  changed_at timestamptz not null
);
create index batch_now_open on cash.batch_now (batch_id) where state = 'open';

-- One payment that arrived, as it was first written down. `stated_account`: whose it is, as the
-- keyboard said; `remittance`: what the payer says it is for, a row an item.
create table cash.receipt (
  receipt_id      uuid        primary key,
  company_id      uuid        not null references team.company,
  batch_id        uuid        references cash.batch,
  line_id         uuid        unique,
  method          text        not null
                  check (method in ('check', 'wire', 'ach', 'card', 'cash', 'lockbox', 'portal',
                                    'other')),
  source          text        not null
                  check (source in ('keyboard', 'paste', 'bank', 'lockbox', 'card', 'portal')),
  currency        text        not null check (currency ~ '^[A-Z]{3}$'),
  -- Negative: a payment that the bank took back.
  amount_minor    bigint      not null check (amount_minor <> 0),
  received_on     date        not null,
  bank_account_id uuid,
  bank            text,
  payer_name      text        not null default '',
  payer_account   text        not null default '',
  check_number    text        not null default '',
  reference       text        not null default '',
  said            text        not null default '',
  refs            text[]      not null default '{}',
  remittance      jsonb       not null default '[]',
  stated_account  uuid,
  recorded_at     timestamptz not null,
  actor           text        not null
);
create index receipt_by_batch on cash.receipt (batch_id) where batch_id is not null;
create index receipt_by_company on cash.receipt (company_id, received_on);
create index receipt_by_payer on cash.receipt (payer_account, currency, amount_minor)
 where payer_account <> '';

-- Where each receipt stands now. `entered`: in a batch that is not posted yet; `reopened`: posted
-- on account, and a remittance came later; `settled`: a return that took an earlier receipt back.
create table cash.receipt_now (
  receipt_id     uuid        primary key references cash.receipt,
  state          text        not null
                 check (state in ('entered', 'unposted', 'posted', 'reopened',
                                  'returned', 'withdrawn',
                                  'reversed', 'elsewhere', 'settled')),
  band           text        check (band in ('auto', 'show', 'hide')),
  likely_account uuid,
  -- Hundredths of a percent.
  confidence_bps integer     check (confidence_bps between 0 and 10000),
  waits_for      text,
  waits_until    date,
  decision_id    uuid,
  changed_at     timestamptz not null
);
create index receipt_now_waiting on cash.receipt_now (receipt_id)
 where state in ('entered', 'unposted', 'reopened');
create index receipt_now_likely on cash.receipt_now (likely_account)
 where state in ('entered', 'unposted');

-- What the engine said of a receipt and under which policy: kept, so that it can be replayed.
create table cash.decision (
  decision_id    uuid        primary key,
  receipt_id     uuid        not null references cash.receipt,
  policy_version integer     not null,
  outcome        text        not null 
                 check (outcome in ('posted', 'proposed', 'on_account', 'unidentified', 'return',
                                    'non_ar')),
  answer         jsonb       not null,
  recorded_at    timestamptz not null,
  actor          text        not null
);
create index decision_by_receipt on cash.decision (receipt_id, recorded_at);

-- A receipt that went onto an account, and the ledger's credit item that it became.
create table cash.posting (
  account_id  uuid        not null references ledger.account,
  posting_id  uuid        not null,
  receipt_id  uuid        not null references cash.receipt,
  entry_id    uuid        not null,
  item_id     uuid        not null,
  how         text        not null check (how in ('typed', 'engine', 'accepted', 'person')),
  decision_id uuid,
  rank        smallint,
  -- What the banks took on the way, which we bear: the item is larger than the receipt by it.
  fee_minor   bigint      not null default 0 check (fee_minor >= 0),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, posting_id),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);
create index posting_by_receipt on cash.posting (receipt_id);
create index posting_by_item on cash.posting (account_id, item_id);

-- What a posting paid. `short_minor`: what the payer kept back beyond discount, and why.
create table cash.posted_line (
  account_id     uuid     not null,
  posting_id     uuid     not null,
  item_id        uuid     not null,
  -- The credit of this account that pays it: the receipt, or what was transferred of it.
  credit_item_id uuid     not null,
  amount_minor   bigint   not null check (amount_minor > 0),
  discount_minor bigint   not null check (discount_minor >= 0),
  short_minor    bigint   not null check (short_minor >= 0),
  short_reason   text,
  primary key (account_id, posting_id, item_id),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);

-- What people changed afterwards. `fault`: the posting had been wrong, which the scoreboard counts;
-- a payment that the bank took back is nobody's fault.
create table cash.correction (
  account_id    uuid        not null references ledger.account,
  correction_id uuid        not null,
  receipt_id    uuid,
  kind          text        not null
                check (kind in ('unapplied', 'moved', 'transferred', 'returned', 'reversed')),
  credit_item_id uuid       not null,
  item_id       uuid,
  amount_minor  bigint      not null check (amount_minor > 0),
  fault         boolean     not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  reason        text        not null,
  primary key (account_id, correction_id)
);
create index correction_by_receipt on cash.correction (receipt_id);

-- What people taught of payers: a bank account, a name as the bank writes it, whom one pays for.
create table cash.memory (
  account_id  uuid        not null references ledger.account,
  memory_id   uuid        not null,
  company_id  uuid        not null references team.company,
  kind        text        not null check (kind in ('payer_account', 'alias')),
  key         text        not null check (key <> ''),
  forgets     boolean     not null,
  receipt_id  uuid,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, memory_id)
);
create index memory_by_key on cash.memory (company_id, kind, key);

-- The matching policy of a company: a version is proposed by one person and approved by another.
create table cash.policy (
  company_id  uuid        not null references team.company,
  version     integer     not null check (version > 0),
  document    jsonb       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (company_id, version)
);
create table cash.policy_act (
  company_id  uuid        not null,
  version     integer     not null,
  act         text        not null check (act in ('approved', 'rejected')),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (company_id, version),
  foreign key (company_id, version) references cash.policy
);

-- What a second person is asked for: money for a ledger account above a limit, the review of the
-- day in an office with one poster (rules.md section 7.2).
create table cash.request (
  request_id  uuid        primary key,
  company_id  uuid        not null references team.company,
  kind        text        not null check (kind in ('elsewhere', 'review')),
  receipt_id  uuid        references cash.receipt,
  wish        jsonb       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null
);
create table cash.request_end (
  request_id  uuid        primary key references cash.request,
  outcome     text        not null check (outcome in ('approved', 'rejected')),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null
);
create index request_by_company on cash.request (company_id, recorded_at);

-- Money that is not receivables: its own ledger account, or the sister company whose it is.
create table cash.elsewhere (
  receipt_id     uuid        primary key references cash.receipt,
  ledger_account text        not null default '',
  sister_id      uuid        references team.company,
  entry_id       uuid        not null,
  sister_entry_id uuid,
  request_id     uuid        references cash.request,
  recorded_at    timestamptz not null,
  actor          text        not null,
  reason         text        not null,
  check ((ledger_account <> '') <> (sister_id is not null))
);

-- A return that the bank reported, and the receipt that it took back.
create table cash.return_link (
  receipt_id  uuid        primary key references cash.receipt,
  returned_id uuid        not null unique references cash.receipt,
  recorded_at timestamptz not null,
  actor       text        not null
);

-- A wish to pay an overpayment back; the money is held, the refund itself comes later.
create table cash.refund_request (
  account_id     uuid        not null references ledger.account,
  request_id     uuid        not null,
  item_id        uuid        not null,
  reservation_id uuid        not null,
  amount_minor   bigint      not null check (amount_minor > 0),
  recorded_at    timestamptz not null,
  actor          text        not null,
  reason         text        not null,
  primary key (account_id, request_id),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);

-- A remittance that came apart from its money, and the receipt that it explains.
create table cash.remittance_use (
  remittance_id uuid        not null,
  receipt_id    uuid        not null references cash.receipt,
  rows          jsonb       not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  primary key (remittance_id, receipt_id)
);
create index remittance_use_by_receipt on cash.remittance_use (receipt_id);

-- A match board somebody left unfinished.
create table cash.board (
  receipt_id uuid        primary key references cash.receipt,
  draft      jsonb       not null,
  saved_at   timestamptz not null,
  actor      text        not null
);

grant select, insert on cash.batch, cash.batch_act, cash.receipt, cash.decision, cash.posting,
      cash.posted_line, cash.correction, cash.memory, cash.policy, cash.policy_act, cash.request,
      cash.request_end, cash.elsewhere, cash.return_link, cash.refund_request, cash.remittance_use
   to dunlin_app;
grant select, insert, update on cash.batch_now, cash.receipt_now to dunlin_app;
grant select, insert, update, delete on cash.board to dunlin_app;

-- Published: receipts with where they stand and what they became in the ledger.
create view cash.receipt_card as
select r.receipt_id, r.company_id, r.batch_id, r.line_id, r.source, r.method, r.currency,
       r.amount_minor, r.received_on, r.bank_account_id, r.bank, r.payer_name, r.payer_account,
       r.check_number, r.reference, n.state, n.band, n.confidence_bps,
       coalesce(p.account_id, n.likely_account) as on_account, p.item_id, p.entry_id, p.how,
       p.recorded_at as posted_at, p.actor as posted_by, r.recorded_at, r.actor, n.changed_at
  from cash.receipt r
  join cash.receipt_now n on n.receipt_id = r.receipt_id
  left join cash.posting p on p.receipt_id = r.receipt_id;
grant select on cash.receipt_card to dunlin_app;

-- Published: batches with their controls and what is in them; what was withdrawn is left out.
create view cash.batch_card as
select b.batch_id, b.company_id, b.method, b.source, b.received_on, b.bank_account_id, b.bank,
       b.currency, b.control_count, b.control_minor, b.note, n.state, b.recorded_at, b.actor,
       coalesce(s.receipts, 0)::integer as receipts, coalesce(s.sum_minor, 0)::bigint as sum_minor
  from cash.batch b
  join cash.batch_now n on n.batch_id = b.batch_id
  left join lateral (select count(*) as receipts, sum(r.amount_minor) as sum_minor
                       from cash.receipt r
                       join cash.receipt_now x on x.receipt_id = r.receipt_id
                      where r.batch_id = b.batch_id
                        and x.state <> 'withdrawn') s on true;
grant select on cash.batch_card to dunlin_app;

-- How each invoice line that was posted turned out. `wrong`: the engine posted it and people took
-- it off since; `hit`: the engine's best explanation held it, whoever posted it.
create view cash.line_quality as
select r.company_id, r.source, date_trunc('month', r.received_on)::date as month, r.receipt_id,
       l.item_id, p.how = 'engine' as touchless, q.wrong and p.how = 'engine' as wrong,
       not q.wrong
         and (p.how = 'engine'
              or coalesce(d.answer -> 'proposals' -> 0 -> 'allocations'
                            @> jsonb_build_array(jsonb_build_object('itemId', l.item_id)), false))
         as hit
  from cash.posting p
  join cash.receipt r on r.receipt_id = p.receipt_id
  join cash.receipt_now n on n.receipt_id = p.receipt_id
  join cash.posted_line l on l.posting_id = p.posting_id
  left join cash.decision d on d.decision_id = p.decision_id
 cross join lateral (select exists (select
                                      from cash.correction c
                                     where c.receipt_id = r.receipt_id
                                       and c.fault
                                       and (c.item_id is null or c.item_id = l.item_id))
                            or (n.state in ('posted', 'reopened')
                                and not exists (select
                                                  from ledger.standing_application a
                                                 where a.account_id     = l.account_id
                                                   and a.debit_item_id  = l.item_id
                                                   and a.credit_item_id = l.credit_item_id))
                            as wrong) q;
grant select on cash.line_quality to dunlin_app;

-- Published: money that was seen for an account and is not posted yet; nobody asks for it again.
create view cash.unposted_money as
select n.likely_account as account_id, r.currency, sum(r.amount_minor)::bigint as amount_minor,
       count(*)::integer as receipts, min(r.received_on) as since
  from cash.receipt_now n
  join cash.receipt r on r.receipt_id = n.receipt_id
 where n.state in ('entered', 'unposted')
   and r.amount_minor > 0
   and n.likely_account is not null
 group by n.likely_account, r.currency;
grant select on cash.unposted_money to dunlin_app;
