-- Refunds: what is paid back, through whose hands, and what the law adds; student aid beneath it.
create schema refunds;
grant usage on schema refunds to dunlin_app;

-- Where money may be sent: bank details of a customer, sealed; a changed one is a new row.
create table refunds.payee (
  account_id   uuid        not null references ledger.account,
  payee_id     uuid        not null,
  kind         text        not null check (kind in ('ach', 'iban')),
  holder       text        not null check (holder <> ''),
  -- The bank: a routing number or a BIC.
  bank         text        not null,
  account_type text        not null check (account_type in ('checking', 'savings')),
  -- Its last four characters; the whole stands sealed.
  number_end   text        not null check (length(number_end) <= 4),
  sealed       text        not null check (sealed <> ''),
  -- Tells the same number again, and nothing else of it.
  mark         text        not null,
  source       text        not null check (source <> ''),
  entered_on   date        not null,
  entered_by   uuid        references team.member,
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, payee_id)
);
create index payee_by_mark on refunds.payee (mark);

-- Called back, confirmed by a second person, refused, ended.
create table refunds.payee_event (
  account_id  uuid        not null,
  payee_id    uuid        not null,
  event_id    uuid        not null,
  kind        text        not null
              check (kind in ('asked', 'called_back', 'confirmed', 'refused', 'ended')),
  member_id   uuid        references team.member,
  facts       jsonb       not null default '{}',
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, payee_id, event_id),
  foreign key (account_id, payee_id) references refunds.payee
);

-- A refund as it was asked for. What happened to it are events; where it stands is refund_now.
create table refunds.refund (
  account_id   uuid        not null references ledger.account,
  refund_id    uuid        not null,
  company_id   uuid        not null references team.company,
  purpose      text        not null check (purpose in ('refund', 'unclaimed')),
  origin       text        not null
               check (origin in ('overpayment', 'duplicate', 'credit_memo', 'unapplied',
                                 'title_iv', 'card')),
  method       text        not null check (method in ('card', 'ach', 'check', 'iban', 'state')),
  payee        text        not null check (payee in ('customer', 'parent', 'state')),
  payee_name   text        not null check (payee_name <> ''),
  payee_id     uuid,
  -- The processor's capture, of a card.
  capture      text,
  currency     text        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  base_minor   bigint      not null check (base_minor > 0),
  -- The credit that a law found, where one did.
  credit_id    uuid,
  -- What the checks found: [{check, refunds or reason}].
  findings     jsonb       not null default '[]',
  requested_on date        not null,
  requested_by uuid        references team.member,
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, refund_id),
  foreign key (account_id, payee_id) references refunds.payee
);
create index refund_by_day on refunds.refund (company_id, requested_on);

-- The credits that it pays out, each held by a reservation of the ledger.
create table refunds.refund_part (
  account_id     uuid   not null,
  refund_id      uuid   not null,
  item_id        uuid   not null,
  reservation_id uuid   not null,
  amount_minor   bigint not null check (amount_minor > 0),
  primary key (account_id, refund_id, item_id),
  foreign key (account_id, refund_id) references refunds.refund,
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);

create table refunds.refund_event (
  account_id   uuid        not null,
  refund_id    uuid        not null,
  event_id     uuid        not null,
  kind         text        not null
               check (kind in ('requested', 'approved', 'refused', 'withdrawn', 'failed', 'held',
                               'freed', 'released', 'paid', 'cleared', 'returned', 'stale',
                               'dormant', 'retried', 'ended')),
  effective_on date        not null,
  member_id    uuid        references team.member,
  facts        jsonb       not null default '{}',
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, refund_id, event_id),
  foreign key (account_id, refund_id) references refunds.refund
);

-- Where each refund stands now.
create table refunds.refund_now (
  account_id uuid        not null,
  refund_id  uuid        not null,
  company_id uuid        not null,
  state      text        not null
             check (state in ('requested', 'approved', 'released', 'paid', 'cleared', 'returned',
                              'stale', 'dormant', 'refused', 'withdrawn', 'failed', 'ended')),
  state_on   date        not null,
  -- Why it waits for a person, whatever its state.
  held       text,
  payment_id uuid,
  request_id uuid,
  changed_at timestamptz not null,
  primary key (account_id, refund_id),
  foreign key (account_id, refund_id) references refunds.refund
);
create index refund_now_by_state on refunds.refund_now (state, company_id, state_on);
create index refund_now_by_request on refunds.refund_now (request_id)
 where request_id is not null;

-- How a company pays out; the latest row of a method counts. Its own numbers, not a customer's.
create table refunds.payout_setting (
  company_id  uuid        not null references team.company,
  method      text        not null check (method in ('ach', 'check', 'iban')),
  setting_id  uuid        not null,
  details     jsonb       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (company_id, method, setting_id)
);

-- A file for the bank or the printer: made once, with its totals.
create table refunds.payout (
  payout_id    uuid        primary key,
  company_id   uuid        not null references team.company,
  method       text        not null check (method in ('card', 'ach', 'check', 'iban')),
  currency     text        not null,
  made_on      date        not null,
  payments     integer     not null check (payments > 0),
  total_minor  bigint      not null check (total_minor > 0),
  file_name    text        not null,
  sha256       text        not null,
  sealed       text        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text        not null
);
create index payout_by_company on refunds.payout (company_id, made_on);

-- One attempt to pay a refund; a refund that came back is tried again by another.
create table refunds.payment (
  account_id   uuid        not null,
  payment_id   uuid        not null,
  refund_id    uuid        not null,
  payout_id    uuid        not null references refunds.payout,
  company_id   uuid        not null,
  method       text        not null check (method in ('card', 'ach', 'check', 'iban')),
  currency     text        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  -- The check's number, the trace or the end-to-end id.
  number       text        not null check (number <> ''),
  issued_on    date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, payment_id),
  foreign key (account_id, refund_id) references refunds.refund
);
-- A check's number is used once.
create table refunds.written_check (
  company_id uuid   not null references team.company,
  check_no   bigint not null,
  payment_id uuid   not null,
  primary key (company_id, check_no)
);
create index payment_by_refund on refunds.payment (account_id, refund_id);
create index payment_by_payout on refunds.payment (payout_id);
create index payment_by_number on refunds.payment (company_id, number);

-- The ledger's refund item of each part that was paid.
create table refunds.payment_item (
  account_id uuid not null,
  payment_id uuid not null,
  item_id    uuid not null,
  credit_item_id uuid not null,
  primary key (account_id, payment_id, item_id),
  foreign key (account_id, payment_id) references refunds.payment,
  foreign key (account_id, item_id) references ledger.item (account_id, item_id)
);

-- A credit that a law or the policy watches: from the day it arose to the day it is gone.
create table refunds.credit (
  account_id   uuid        not null references ledger.account,
  credit_id    uuid        not null,
  company_id   uuid        not null references team.company,
  pack         text        not null,
  item_id      uuid,
  -- What makes it the same credit again: the item, or the payment period.
  subject      text        not null,
  currency     text        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  arose_on     date        not null,
  due_on       date        not null,
  citation     text        not null,
  facts        jsonb       not null default '{}',
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, credit_id)
);
create index credit_by_subject on refunds.credit (account_id, pack, subject);
create table refunds.credit_end (
  account_id  uuid        not null,
  credit_id   uuid        not null,
  how         text        not null check (how in ('paid', 'gone', 'replaced', 'surrendered')),
  ended_on    date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, credit_id),
  foreign key (account_id, credit_id) references refunds.credit
);

-- A word of the customer that a credit may be kept, or to whom it is paid; revocable.
create table refunds.authorisation (
  account_id       uuid        not null references ledger.account,
  authorisation_id uuid        not null,
  kind             text        not null
                   check (kind in ('hold_title_iv', 'plus_to_student', 'written_request')),
  given_by         text        not null check (given_by <> ''),
  given_on         date        not null,
  until_on         date        check (until_on >= given_on),
  evidence         text        not null check (evidence <> ''),
  recorded_at      timestamptz not null,
  actor            text        not null,
  reason           text        not null,
  primary key (account_id, authorisation_id)
);
create table refunds.authorisation_end (
  account_id       uuid        not null,
  authorisation_id uuid        not null,
  ended_on         date        not null,
  recorded_at      timestamptz not null,
  actor            text        not null,
  reason           text        not null,
  primary key (account_id, authorisation_id),
  foreign key (account_id, authorisation_id) references refunds.authorisation
);

-- A Medicare overpayment that somebody identified, and the inquiry that stops its clock.
create table refunds.overpayment_act (
  account_id  uuid        not null,
  credit_id   uuid        not null,
  act_id      uuid        not null,
  kind        text        not null check (kind in ('identified', 'inquiry_began',
                                                   'inquiry_ended', 'cost_report')),
  on_day      date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, credit_id, act_id),
  foreign key (account_id, credit_id) references refunds.credit
);

-- Whether a rule pack is switched on and whether counsel has looked: the latest row counts.
create table refunds.pack_act (
  pack_id     text        not null,
  act_id      uuid        not null,
  enabled     boolean     not null,
  reviewer    text        not null default '',
  reviewed_on date,
  note        text        not null default '',
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (pack_id, act_id)
);

-- Letters to owners of money that nobody asked for, and what was reported to a state.
create table refunds.owner_letter (
  account_id  uuid        not null,
  credit_id   uuid        not null,
  message_id  uuid        not null,
  written_on  date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, credit_id, message_id),
  foreign key (account_id, credit_id) references refunds.credit
);
create table refunds.unclaimed_report (
  report_id   uuid        primary key,
  company_id  uuid        not null references team.company,
  state       text        not null,
  period_end  date        not null,
  made_on     date        not null,
  lines       integer     not null check (lines > 0),
  total_minor bigint      not null check (total_minor > 0),
  currency    text        not null,
  file_name   text        not null,
  sha256      text        not null,
  content     text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null
);
create table refunds.unclaimed_line (
  account_id uuid not null,
  credit_id  uuid not null,
  refund_id  uuid not null,
  report_id  uuid not null references refunds.unclaimed_report,
  primary key (account_id, credit_id),
  foreign key (account_id, credit_id) references refunds.credit,
  foreign key (account_id, refund_id) references refunds.refund
);

grant select, insert on refunds.payee, refunds.payee_event, refunds.refund, refunds.refund_part,
      refunds.refund_event, refunds.payout_setting, refunds.payout, refunds.payment,
      refunds.payment_item, refunds.written_check, refunds.credit, refunds.credit_end,
      refunds.authorisation,
      refunds.authorisation_end, refunds.overpayment_act, refunds.pack_act, refunds.owner_letter,
      refunds.unclaimed_report, refunds.unclaimed_line to dunlin_app;
grant select, insert, update on refunds.refund_now to dunlin_app;

-- What the cash desk asked for before there were refunds goes on from here.
insert into refunds.refund (account_id, refund_id, company_id, purpose, origin, method, payee,
                            payee_name, currency, amount_minor, base_minor, requested_on,
                            requested_by, recorded_at, actor, reason)
select r.account_id, r.request_id, l.company_id, 'refund', 'unapplied', 'check', 'customer',
       coalesce(c.name, r.account_id::text), i.currency, r.amount_minor, r.amount_minor,
       r.recorded_at::date,
       case when r.actor like 'member:%' then substr(r.actor, 8)::uuid end,
       r.recorded_at, r.actor, r.reason
  from cash.refund_request r
  join ledger.account l on l.account_id = r.account_id
  join ledger.item i on i.account_id = r.account_id and i.item_id = r.item_id
  left join customers.account_card c on c.account_id = r.account_id
 where not exists (select
                     from ledger.reservation_end e
                    where e.account_id     = r.account_id
                      and e.reservation_id = r.reservation_id);
insert into refunds.refund_part (account_id, refund_id, item_id, reservation_id, amount_minor)
select r.account_id, r.request_id, r.item_id, r.reservation_id, r.amount_minor
  from cash.refund_request r
  join refunds.refund f on f.account_id = r.account_id and f.refund_id = r.request_id;
insert into refunds.refund_event (account_id, refund_id, event_id, kind, effective_on, member_id,
                                  recorded_at, actor, reason)
select account_id, refund_id, refund_id, 'requested', requested_on, requested_by, recorded_at,
       actor, reason
  from refunds.refund;
insert into refunds.refund_now (account_id, refund_id, company_id, state, state_on, changed_at)
select account_id, refund_id, company_id, 'requested', requested_on, recorded_at
  from refunds.refund;

-- Credits that are open, account by account: few among the open items.
create index item_balance_open_credit on ledger.item_balance (account_id) where open_minor < 0;

-- Credits that a law watches and that are not gone.
create view refunds.credit_card as
select c.account_id, c.credit_id, c.company_id, c.pack, c.item_id, c.subject, c.currency,
       c.amount_minor, c.arose_on, c.due_on, c.citation, c.facts
  from refunds.credit c
 where not exists (select
                     from refunds.credit_end e
                    where e.account_id = c.account_id
                      and e.credit_id  = c.credit_id);
grant select on refunds.credit_card to dunlin_app;

-- Published: requests for approval, for what stands beside what was asked for.
create view approvals.request_card as
select request_id, company_id, account_id, kind, needs, requested_by, expires_on
  from approvals.request;
grant select on approvals.request_card to dunlin_app;

-- Students: terms, charges, aid and withdrawals, as far as the federal clocks need them.
create schema students;
grant usage on schema students to dunlin_app;

create table students.enrolment (
  account_id      uuid        not null references ledger.account,
  term            text        not null check (term <> ''),
  enrolment_id    uuid        not null,
  starts_on       date        not null,
  ends_on         date        not null check (ends_on >= starts_on),
  classes_from    date        not null,
  -- [{start, end}] of the scheduled breaks.
  breaks          jsonb       not null default '[]',
  parent_name     text        not null default '',
  recorded_at     timestamptz not null,
  actor           text        not null,
  reason          text        not null,
  primary key (account_id, term, enrolment_id)
);
create table students.charge (
  account_id   uuid        not null references ledger.account,
  charge_id    uuid        not null,
  term         text        not null,
  kind         text        not null
               check (kind in ('tuition', 'fees', 'room', 'board', 'books', 'fine', 'other',
                               'earlier_year')),
  -- The student said in writing that federal aid may pay it.
  authorised   boolean     not null default false,
  currency     text        not null,
  amount_minor bigint      not null check (amount_minor <> 0),
  charged_on   date        not null,
  item_id      uuid,
  external_id  text,
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, charge_id)
);
create unique index charge_by_external on students.charge (account_id, external_id);
create table students.disbursement (
  account_id      uuid        not null references ledger.account,
  disbursement_id uuid        not null,
  term            text        not null,
  -- A programme of Title IV, or `other` aid.
  programme       text        not null
                  check (programme in ('unsub', 'sub', 'perkins', 'plusGrad', 'plusParent', 'pell',
                                       'iasg', 'fseog', 'teach', 'other')),
  -- `could`: it could have been disbursed, and was not.
  state           text        not null check (state in ('disbursed', 'could')),
  currency        text        not null,
  amount_minor    bigint      not null check (amount_minor <> 0),
  disbursed_on    date        not null,
  item_id         uuid,
  external_id     text,
  recorded_at     timestamptz not null,
  actor           text        not null,
  reason          text        not null,
  primary key (account_id, disbursement_id)
);
create unique index disbursement_by_external on students.disbursement (account_id, external_id);
create table students.withdrawal (
  account_id     uuid        not null references ledger.account,
  withdrawal_id  uuid        not null,
  term           text        not null,
  withdrawn_on   date        not null,
  determined_on  date        not null check (determined_on >= withdrawn_on),
  -- The four of 90 FR 470: all of them so, and no calculation is due.
  never_attended boolean     not null,
  aid_returned   boolean     not null,
  charges_back   boolean     not null,
  written_off    boolean     not null,
  -- What the calculation was made with, and what it came to: kept, so that it can be shown again.
  worksheet      jsonb       not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  reason         text        not null,
  primary key (account_id, withdrawal_id)
);
create index withdrawal_by_term on students.withdrawal (account_id, term);
-- What was done of it: a programme returned, a notice sent, a later disbursement offered.
create table students.withdrawal_act (
  account_id    uuid        not null,
  withdrawal_id uuid        not null,
  act_id        uuid        not null,
  kind          text        not null
                check (kind in ('returned', 'grant_notice', 'pwd_grant', 'pwd_offer', 'ended')),
  programme     text,
  amount_minor  bigint,
  done_on       date        not null,
  item_id       uuid,
  recorded_at   timestamptz not null,
  actor         text        not null,
  reason        text        not null,
  primary key (account_id, withdrawal_id, act_id),
  foreign key (account_id, withdrawal_id) references students.withdrawal
);
grant select, insert on students.enrolment, students.charge, students.disbursement,
      students.withdrawal, students.withdrawal_act to dunlin_app;
