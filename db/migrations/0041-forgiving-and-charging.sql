-- Small balances swept, money given to agencies; interest and fees by runs; accounts agreed.

-- How a company writes off; the latest row counts.
create table ledger.write_off_policy (
  company_id  uuid        not null references team.company,
  policy_id   uuid        not null,
  -- Against the allowance, or straight to bad debt (small companies without one).
  method      text        not null check (method in ('allowance', 'direct')),
  -- {USD: '5.00'}: what counts as a small balance; a missing currency has none.
  small_most  jsonb       not null,
  small_days  integer     not null check (small_days between 0 and 3650),
  automatic   boolean     not null,
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  primary key (company_id, policy_id)
);
grant select, insert on ledger.write_off_policy to dunlin_app;

create index application_write_off on ledger.application (account_id, entry_id)
 where kind = 'write_off' and reverses is null;

-- Every write-off with who did it, what took it back and what came of it after all.
create view ledger.write_off_card as
select a.account_id, a.entry_id, a.application_id, a.debit_item_id, a.credit_item_id, a.currency,
       a.number, a.due_on, a.amount_minor, a.debit_base_minor as base_minor, a.effective_on,
       e.recorded_at, e.actor, e.reason, e.import_id is not null as imported,
       b.entry_id as back_entry_id, b.effective_on as back_on, b.actor as back_actor,
       b.reason as back_reason,
       exists (select
                 from ledger.line l
                where l.account_id = a.account_id
                  and l.entry_id   = a.entry_id
                  and l.debit      = 'bad-debt') as direct,
       coalesce((select sum(ri.amount_minor)
                   from ledger.entry re
                   join ledger.item ri
                     on ri.account_id = re.account_id and ri.entry_id = re.entry_id
                  where re.account_id = a.account_id
                    and re.kind       = 'recovery'
                    and re.follows    = a.entry_id), 0)::bigint as recovered_minor
  from (select x.account_id, x.entry_id, x.application_id, x.debit_item_id, x.credit_item_id,
               x.amount_minor, x.debit_base_minor, x.effective_on, d.currency, d.number, d.due_on
          from ledger.application x
          join ledger.item d on d.account_id = x.account_id and d.item_id = x.debit_item_id
         where x.kind = 'write_off'
           and x.reverses is null) a
  join ledger.entry e on e.account_id = a.account_id and e.entry_id = a.entry_id
  left join ledger.application r on r.account_id = a.account_id and r.reverses = a.application_id
  left join ledger.entry b on b.account_id = r.account_id and b.entry_id = r.entry_id;

-- What was asked for, who said yes, and the entries that came of it.
create view approvals.granted_card as
select r.request_id, r.company_id, r.account_id, r.kind, r.subject, r.requested_by, r.reason,
       r.evidence, r.recorded_at, o.how, o.detail,
       (select string_agg(d.member_id::text, ',' order by d.recorded_at)
          from approvals.decision d
         where d.request_id = r.request_id
           and d.said       = 'yes') as said_yes
  from approvals.request r
  join approvals.request_outcome o on o.request_id = r.request_id;

-- What was paid in part and is still owed, and instalments with nothing paid.
create view ledger.rest_card as
select b.account_id, l.company_id, b.item_id, i.number, b.kind, b.currency, b.amount_minor,
       b.open_minor, b.open_base_minor, b.issued_on, b.due_on,
       i.instalment is not null as instalment
  from ledger.item_balance b
  join ledger.account l on l.account_id = b.account_id
  join ledger.item i on i.account_id = b.account_id and i.item_id = b.item_id
 where b.side = 1
   and b.open_minor <> 0
   and (b.open_minor < b.amount_minor or i.instalment is not null)
   and b.kind in ('invoice', 'debit_memo', 'charge');

grant select on ledger.write_off_card, ledger.rest_card, approvals.granted_card to dunlin_app;

create schema write_offs;
grant usage on schema write_offs to dunlin_app;

-- Many small balances given up at once: what was listed, and what came of each.
create table write_offs.sweep (
  sweep_id     uuid        primary key,
  company_id   uuid        not null references team.company,
  cut_off      date        not null,
  item_count   integer     not null check (item_count > 0),
  -- In the company's base currency.
  weight_minor bigint      not null check (weight_minor > 0),
  automatic    boolean     not null,
  actor        text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null
);
create index sweep_by_company on write_offs.sweep (company_id, recorded_at);
create table write_offs.sweep_item (
  account_id   uuid   not null references ledger.account,
  sweep_id     uuid   not null references write_offs.sweep,
  item_id      uuid   not null,
  currency     text   not null,
  amount_minor bigint not null check (amount_minor > 0),
  primary key (account_id, sweep_id, item_id),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);
create index sweep_item_by_sweep on write_offs.sweep_item (sweep_id);
create table write_offs.swept (
  account_id  uuid        not null,
  sweep_id    uuid        not null,
  item_id     uuid        not null,
  -- Null: it could not be done any more, and why.
  entry_id    uuid,
  refusal     text,
  recorded_at timestamptz not null,
  primary key (account_id, sweep_id, item_id),
  foreign key (account_id, sweep_id, item_id)
    references write_offs.sweep_item (account_id, sweep_id, item_id),
  foreign key (account_id, entry_id) references ledger.entry (account_id, entry_id),
  constraint one_or_other check ((entry_id is null) = (refusal is not null))
);
create index swept_by_sweep on write_offs.swept (sweep_id);

-- An account's debt in the hands of an agency, until it is called back.
create table write_offs.placement (
  account_id   uuid        not null references ledger.account,
  placement_id uuid        not null,
  agency       text        not null check (agency <> ''),
  reference    text        not null,
  placed_on    date        not null,
  currency     text        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  -- What the agency keeps of what it brings, hundredths of a percent.
  fee_bps      integer     not null check (fee_bps between 0 and 10000),
  actor        text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null,
  primary key (account_id, placement_id)
);
create table write_offs.placement_end (
  account_id   uuid        not null,
  placement_id uuid        not null,
  recalled_on  date        not null,
  actor        text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null,
  primary key (account_id, placement_id),
  foreign key (account_id, placement_id) references write_offs.placement (account_id, placement_id)
);
create view write_offs.placement_card as
select p.account_id, p.placement_id, p.agency, p.reference, p.placed_on, p.currency,
       p.amount_minor, p.fee_bps, p.actor, p.reason, e.recalled_on, e.reason as recall_reason
  from write_offs.placement p
  left join write_offs.placement_end e
    on e.account_id = p.account_id and e.placement_id = p.placement_id;

grant select, insert on write_offs.sweep, write_offs.sweep_item, write_offs.swept,
      write_offs.placement, write_offs.placement_end to dunlin_app;
grant select on write_offs.placement_card to dunlin_app;

-- What kind of debt an account's is, as it was last said.
create view compliance.debt_card as
select distinct on (p.account_id) p.account_id, p.purpose, p.state
  from compliance.debt_profile p
 order by p.account_id, p.recorded_at desc;
grant select on compliance.debt_card to dunlin_app;

create schema charges;
grant usage on schema charges to dunlin_app;

-- What a company charges who pays late; the latest row counts.
create table charges.policy (
  company_id  uuid        not null references team.company,
  policy_id   uuid        not null,
  terms       jsonb       not null,
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  primary key (company_id, policy_id)
);

-- One computation over the book, frozen; booked once a second person says yes.
create table charges.run (
  run_id       uuid        primary key,
  company_id   uuid        not null references team.company,
  as_of        date        not null,
  terms        jsonb       not null,
  item_count   integer     not null check (item_count >= 0),
  -- By currency: {USD: {interest, fees}}.
  totals       jsonb       not null,
  actor        text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null,
  -- Booked by the policy's own word, where a company wants no second person.
  alone        boolean     not null,
  unique (run_id, actor)
);
create index run_by_company on charges.run (company_id, recorded_at);
create table charges.run_row (
  account_id     uuid    not null references ledger.account,
  run_id         uuid    not null references charges.run,
  item_id        uuid    not null,
  currency       text    not null,
  interest_minor bigint  not null check (interest_minor >= 0),
  fee_minor      bigint  not null check (fee_minor >= 0),
  -- How it was computed, for a reader; why nothing is charged where nothing is.
  worked         jsonb   not null,
  primary key (account_id, run_id, item_id),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);
create index run_row_by_run on charges.run_row (run_id);
create table charges.run_decision (
  run_id      uuid        primary key,
  prepared_by text        not null,
  said        text        not null check (said in ('yes', 'no')),
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  foreign key (run_id, prepared_by) references charges.run (run_id, actor),
  alone       boolean     not null,
  constraint decided_by_another check (alone or actor <> prepared_by)
);

-- The debit memo of a run, or the one that brings a waived charge back.
create table charges.booked (
  account_id     uuid        not null references ledger.account,
  charge_item_id uuid        not null,
  run_id         uuid        not null references charges.run,
  currency       text        not null,
  interest_minor bigint      not null check (interest_minor >= 0),
  fee_minor      bigint      not null check (fee_minor >= 0),
  -- The waived charge that it stands for again.
  reinstates     uuid,
  recorded_at    timestamptz not null,
  primary key (account_id, charge_item_id),
  foreign key (account_id, charge_item_id) references ledger.item (account_id, item_id),
  foreign key (account_id, reinstates) references charges.booked (account_id, charge_item_id),
  unique (account_id, reinstates)
);
create unique index booked_once on charges.booked (account_id, run_id, currency)
 where reinstates is null;
create index booked_by_run on charges.booked (run_id);
create table charges.booked_item (
  account_id     uuid not null,
  charge_item_id uuid not null,
  item_id        uuid not null,
  -- Interest is charged through this day; null when only a fee was.
  interest_to    date,
  fee            boolean not null,
  primary key (account_id, charge_item_id, item_id),
  foreign key (account_id, charge_item_id) references charges.booked (account_id, charge_item_id)
);
create index booked_item_by_item on charges.booked_item (account_id, item_id);

-- A charge taken back. Waived: the customer is let off, and it is not charged again. Reversed:
-- it was wrong, and its days may be charged again.
create table charges.ended (
  account_id     uuid        not null,
  charge_item_id uuid        not null,
  how            text        not null check (how in ('waived', 'reversed')),
  entry_id       uuid        not null,
  actor          text        not null,
  reason         text        not null,
  recorded_at    timestamptz not null,
  primary key (account_id, charge_item_id),
  foreign key (account_id, charge_item_id) references charges.booked (account_id, charge_item_id)
);
-- Until when the interest of each debt is charged: a notice's own charges begin after it.
create view charges.interest_card as
select i.account_id, i.item_id, i.interest_to as to_on
  from charges.booked_item i
 where i.interest_to is not null
   and not exists (select
                     from charges.ended e
                    where e.account_id     = i.account_id
                      and e.charge_item_id = i.charge_item_id
                      and e.how            = 'reversed');
-- The same for what a strategy booked with a notice.
create view strategies.interest_card as
select b.account_id, b.item_id, b.to_on
  from strategies.booked_interest b;

-- What becomes of a debt that was paid in part only; the latest word counts.
create table charges.short_answer (
  account_id  uuid        not null,
  answer_id   uuid        not null,
  item_id     uuid        not null,
  -- What was open when it was said; another rest is asked about again.
  open_minor  bigint      not null,
  answer      text        not null check (answer in ('ask', 'charge', 'write_off', 'leave')),
  until       date,
  note        text        not null,
  actor       text        not null,
  recorded_at timestamptz not null,
  primary key (account_id, answer_id),
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);
create index short_answer_by_item on charges.short_answer (account_id, item_id, recorded_at);

grant select, insert on charges.policy, charges.run, charges.run_row, charges.run_decision,
      charges.booked, charges.booked_item, charges.ended, charges.short_answer to dunlin_app;
grant select on charges.interest_card, strategies.interest_card to dunlin_app;

create schema reconciliations;
grant usage on schema reconciliations to dunlin_app;

-- An account of one currency and a time, agreed with what the customer says it owes.
create table reconciliations.reconciliation (
  account_id        uuid        not null references ledger.account,
  reconciliation_id uuid        not null,
  currency          text        not null,
  from_on           date        not null,
  to_on             date        not null check (to_on >= from_on),
  -- Of the whole family whose head the account's customer is.
  family            boolean     not null,
  actor             text        not null,
  reason            text        not null,
  recorded_at       timestamptz not null,
  primary key (account_id, reconciliation_id)
);
-- What the customer says: the latest one counts.
create table reconciliations.their_statement (
  account_id        uuid        not null,
  reconciliation_id uuid        not null,
  statement_id      uuid        not null,
  closing_minor     bigint,
  source            text        not null,
  -- [{number, amount, on}], amounts in minor units as text.
  lines             jsonb       not null,
  actor             text        not null,
  recorded_at       timestamptz not null,
  primary key (account_id, reconciliation_id, statement_id),
  foreign key (account_id, reconciliation_id)
    references reconciliations.reconciliation (account_id, reconciliation_id)
);
-- What is done about a difference, by its key; the latest word counts.
create table reconciliations.answer (
  account_id        uuid        not null,
  reconciliation_id uuid        not null,
  answer_id         uuid        not null,
  difference        text        not null,
  how               text        not null
    check (how in ('dispute', 'send_copy', 'apply_cash', 'ask', 'in_transit', 'ours', 'theirs')),
  note              text        not null,
  -- The task or dispute that came of it.
  made              text        not null,
  actor             text        not null,
  recorded_at       timestamptz not null,
  primary key (account_id, reconciliation_id, answer_id),
  foreign key (account_id, reconciliation_id)
    references reconciliations.reconciliation (account_id, reconciliation_id)
);
-- Prepared by one, reviewed by another, over the same frozen figures.
create table reconciliations.signature (
  account_id        uuid        not null,
  reconciliation_id uuid        not null,
  signed_as         text        not null check (signed_as in ('preparer', 'reviewer')),
  actor             text        not null,
  preparer          text        not null,
  figures           jsonb       not null,
  note              text        not null,
  recorded_at       timestamptz not null,
  primary key (account_id, reconciliation_id, signed_as),
  foreign key (account_id, reconciliation_id)
    references reconciliations.reconciliation (account_id, reconciliation_id),
  constraint reviewed_by_another check ((signed_as = 'preparer') = (actor = preparer))
);

grant select, insert on reconciliations.reconciliation, reconciliations.their_statement,
      reconciliations.answer, reconciliations.signature to dunlin_app;
