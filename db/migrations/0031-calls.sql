-- Calls and what came of them, what a caller may be told, claimed payments, texts, opened disputes.

-- A dispute that a person opened, beside the row that says which item and how much: one case may
-- contest several items, each of them one dispute.
create table disputes.dispute_case (
  account_id   uuid        not null references ledger.account,
  case_id      uuid        not null,
  reason       text        not null
               check (reason in ('price', 'quantity', 'damaged', 'not_received', 'not_ordered',
                                 'freight', 'tax', 'duplicate', 'terms', 'service', 'other')),
  part         text        not null check (part in ('whole', 'line', 'freight', 'tax', 'amount')),
  note         text        not null,
  said_by      text        not null,
  owner_id     uuid        references team.member,
  answer_by    date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, case_id)
);
create table disputes.case_dispute (
  account_id uuid     not null,
  case_id    uuid     not null,
  dispute_id uuid     not null,
  line_no    smallint check (line_no > 0),
  primary key (account_id, dispute_id),
  foreign key (account_id, case_id) references disputes.dispute_case,
  foreign key (account_id, dispute_id) references disputes.dispute
);
create index case_dispute_by_case on disputes.case_dispute (account_id, case_id);
grant select, insert on disputes.dispute_case, disputes.case_dispute to dunlin_app;

-- Disputes that are open now, with the case of those that people opened.
create view disputes.dispute_card as
select d.account_id, d.dispute_id, d.item_id, d.amount_minor, d.reason, d.effective_on,
       c.case_id, c.part, x.line_no, c.note, c.said_by, c.owner_id, c.answer_by, c.recorded_at
  from disputes.open_dispute d
  left join disputes.case_dispute x on x.account_id = d.account_id and x.dispute_id = d.dispute_id
  left join disputes.dispute_case c on c.account_id = x.account_id and c.case_id = x.case_id;
grant select on disputes.dispute_card to dunlin_app;

-- A call, out under a permit that was asked before, or in. What came of it is a row more: a call
-- without one broke off, and whoever made it is asked.
create table correspondence.call (
  account_id      uuid        not null references ledger.account,
  call_id         uuid        not null,
  direction       text        not null check (direction in ('out', 'in')),
  -- Null: somebody whom the desk does not know.
  contact_id      uuid,
  person          text        not null check (person <> ''),
  -- As it is dialed: + and digits; empty of a caller who showed none.
  number          text        not null,
  language        text        not null check (language in ('en', 'es')),
  permit_id       uuid,
  may_contact     boolean     not null default true check (may_contact),
  -- Why somebody who may called against the firm's own policy.
  override_reason text,
  -- The step of a strategy that asked for it.
  step_key        text,
  started_at      timestamptz not null,
  called_on       date        not null,
  member_id       uuid        not null references team.member,
  on_behalf       uuid        references team.member,
  recorded_at     timestamptz not null,
  actor           text        not null,
  primary key (account_id, call_id),
  constraint call_needs_its_permit foreign key (account_id, permit_id, may_contact)
    references compliance.permit (account_id, permit_id, may_contact),
  check (direction = 'in' or permit_id is not null)
);
create index call_by_time on correspondence.call (account_id, started_at desc);
create index call_by_member on correspondence.call (member_id, started_at desc);

create table correspondence.call_end (
  account_id  uuid        not null,
  call_id     uuid        not null,
  result      text        not null
              check (result in ('conversation', 'left_message', 'no_answer', 'wrong_number')),
  seconds     integer     not null check (seconds >= 0),
  -- By a dialer, or as the screen counted.
  measured_by text        not null check (measured_by in ('dialer', 'screen')),
  note        text        not null,
  breaches    text[]      not null default '{}',
  next_kind   text        not null check (next_kind in ('none', 'follow_up', 'callback')),
  next_at     timestamptz,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, call_id),
  foreign key (account_id, call_id) references correspondence.call,
  check ((next_kind = 'none') = (next_at is null))
);
-- Everything that came of it, in the order in which it was done.
create table correspondence.call_outcome (
  account_id  uuid     not null,
  call_id     uuid     not null,
  outcome_no  smallint not null check (outcome_no > 0),
  outcome     text     not null,
  -- The promise, the dispute, the message, the claim that it made.
  object_id   uuid,
  facts       jsonb    not null,
  primary key (account_id, call_id, outcome_no),
  foreign key (account_id, call_id) references correspondence.call_end
);
-- What a dialer told of a call: ringing, connected, ended.
create table correspondence.dialer_report (
  account_id  uuid        not null,
  call_id     uuid        not null,
  state       text        not null check (state in ('ringing', 'connected', 'ended', 'failed')),
  seconds     integer     check (seconds >= 0),
  provider_id text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, call_id, state),
  foreign key (account_id, call_id) references correspondence.call
);

-- How a caller was verified, and whether they were told anything. Never the answers themselves.
create table correspondence.caller_check (
  account_id  uuid        not null,
  call_id     uuid        not null,
  relation    text        not null,
  answers     jsonb       not null,
  verified    boolean     not null,
  told        boolean     not null,
  -- Why, or why not.
  because     text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, call_id),
  foreign key (account_id, call_id) references correspondence.call
);
-- Whoever owes says that somebody may be told, or no more; the latest counts.
create table correspondence.authorised_person (
  account_id  uuid        not null references ledger.account,
  contact_id  uuid        not null,
  authorised  boolean     not null,
  basis       text        not null
              check (basis in ('written_consent', 'oral_consent', 'power_of_attorney',
                               'court_order', 'dependent', 'withdrawn')),
  source      text        not null check (source <> ''),
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, contact_id, recorded_at)
);

-- "Call me on Monday at nine": a moment, in the zone of whoever said so.
create table correspondence.callback (
  account_id  uuid        not null references ledger.account,
  callback_id uuid        not null,
  call_id     uuid,
  contact_id  uuid,
  person      text        not null,
  number      text        not null,
  due_at      timestamptz not null,
  zone        text        not null,
  language    text        not null check (language in ('en', 'es')),
  -- Who is to call; null: whoever has the account.
  member_id   uuid        references team.member,
  note        text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, callback_id)
);
create index callback_by_day on correspondence.callback (due_at);
create table correspondence.callback_end (
  account_id  uuid        not null,
  callback_id uuid        not null,
  call_id     uuid,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, callback_id),
  foreign key (account_id, callback_id) references correspondence.callback
);

-- "That is paid": by which check, on which day. Nobody is dunned for it while it is looked for.
create table correspondence.paid_claim (
  account_id   uuid        not null references ledger.account,
  claim_id     uuid        not null,
  call_id      uuid,
  said_by      text        not null,
  method       text        not null
               check (method in ('check', 'ach', 'wire', 'card', 'cash', 'other')),
  -- The number of the check, or what the payment says of itself.
  reference    text        not null,
  paid_on      date        not null,
  currency     text        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  item_ids     uuid[]      not null default '{}',
  search_by    date        not null,
  note         text        not null,
  claimed_on   date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, claim_id)
);
create index paid_claim_by_day on correspondence.paid_claim (search_by);
create table correspondence.paid_claim_end (
  account_id  uuid        not null,
  claim_id    uuid        not null,
  found       boolean     not null,
  reason      text        not null,
  ended_on    date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, claim_id),
  foreign key (account_id, claim_id) references correspondence.paid_claim
);

-- A number at which somebody else answered; it is offered no more until it is changed.
create table correspondence.wrong_number (
  account_id  uuid        not null,
  contact_id  uuid        not null,
  number      text        not null,
  call_id     uuid        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, contact_id, number, call_id),
  foreign key (account_id, call_id) references correspondence.call
);

-- A text that somebody sent us, each once by the provider's own number.
create table correspondence.text_received (
  text_id     uuid        primary key,
  provider_id text        not null unique,
  from_number text        not null,
  to_number   text        not null,
  body        text        not null,
  meaning     text        not null check (meaning in ('stop', 'start', 'help', 'other')),
  -- Null: a number that no contact has.
  account_id  uuid,
  contact_id  uuid,
  received_at timestamptz not null
);
create index text_received_by_account on correspondence.text_received (account_id, received_at);
-- What the provider reported of a text, each state once.
create table correspondence.text_report (
  provider_id text        not null,
  state       text        not null,
  error_code  text        not null,
  recorded_at timestamptz not null,
  primary key (provider_id, state)
);

grant select, insert on correspondence.call, correspondence.call_end, correspondence.call_outcome,
      correspondence.dialer_report, correspondence.caller_check, correspondence.authorised_person,
      correspondence.callback, correspondence.callback_end, correspondence.paid_claim,
      correspondence.paid_claim_end, correspondence.wrong_number, correspondence.text_received,
      correspondence.text_report to dunlin_app;

-- Published: calls with what came of them; one without a result broke off.
create view correspondence.call_card as
select c.account_id, c.call_id, c.direction, c.contact_id, c.person, c.number, c.language,
       c.permit_id, c.step_key, c.started_at, c.called_on, c.member_id, e.result, e.seconds,
       e.note, e.next_kind, e.next_at, e.recorded_at as ended_at,
       array(select o.outcome
               from correspondence.call_outcome o
              where o.account_id = c.account_id and o.call_id = c.call_id
              order by o.outcome_no) as outcomes
  from correspondence.call c
  left join correspondence.call_end e on e.account_id = c.account_id and e.call_id = c.call_id;

-- Published: calls that somebody asked for and nobody made yet.
create view correspondence.callback_card as
select b.account_id, b.callback_id, b.contact_id, b.person, b.number, b.due_at, b.zone, b.language,
       b.member_id, b.note, b.recorded_at
  from correspondence.callback b
 where not exists (select from correspondence.callback_end e
                    where e.account_id = b.account_id and e.callback_id = b.callback_id);

-- Published: payments that are claimed and looked for; they pause what is asked for.
create view correspondence.paid_claim_card as
select p.account_id, p.claim_id, p.said_by, p.method, p.reference, p.paid_on, p.currency,
       p.amount_minor, p.item_ids, p.search_by, p.claimed_on, p.recorded_at
  from correspondence.paid_claim p
 where not exists (select from correspondence.paid_claim_end e
                    where e.account_id = p.account_id and e.claim_id = p.claim_id);
grant select on correspondence.call_card, correspondence.callback_card,
      correspondence.paid_claim_card to dunlin_app;
