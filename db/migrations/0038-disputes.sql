-- Disputes followed to their end, deductions, links for outsiders, root causes; complaints.

-- A payer who keeps something back says so in reasons of his own; cases come of cash too.
alter table disputes.dispute_case
  drop constraint dispute_case_reason_check,
  add constraint dispute_case_reason_check
      check (reason in ('price', 'quantity', 'damaged', 'not_received', 'not_ordered', 'freight',
                        'tax', 'duplicate', 'terms', 'service', 'returned', 'promotion',
                        'discount', 'short_paid', 'billing_error', 'other')),
  add column origin text not null default 'said'
      check (origin in ('said', 'deduction', 'brought'));
alter table disputes.resolution
  add column how text check (how in ('credited', 'rejected', 'written_off', 'cleared',
                                     'went_back'));

-- What happened to a case, in order; where it stands is a projection of these.
create table disputes.case_event (
  account_id   uuid        not null,
  case_id      uuid        not null,
  event_id     uuid        not null,
  kind         text        not null
               check (kind in ('assigned', 'asked_owner', 'asked_customer', 'answered',
                               'cause_found', 'noted', 'evidence_added', 'linked',
                               'link_revoked', 'decided', 'credit_refused', 'credited', 'rebilled',
                               'deducted', 'escalated', 'closed', 'reopened')),
  facts        jsonb       not null,
  note         text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, case_id, event_id),
  foreign key (account_id, case_id) references disputes.dispute_case
);

create table disputes.case_now (
  account_id     uuid        not null,
  case_id        uuid        not null,
  company_id     uuid        not null references team.company,
  state          text        not null
                 check (state in ('open', 'with_owner', 'with_customer', 'decided', 'closed')),
  cause          text,
  department     text        not null
                 check (department in ('sales', 'operations', 'billing', 'ar')),
  coordinator_id uuid        references team.member,
  owner_id       uuid        references team.member,
  outside_name   text,
  outside_email  text,
  currency       text        not null,
  -- What the case contests now; what it contested when it closed.
  amount_minor   bigint      not null,
  decision       text        check (decision in ('credit', 'rebill', 'reject', 'write_off')),
  request_id     uuid,
  -- An answer came back and nobody has done anything with it yet.
  answered_on    date,
  answer_by      date,
  escalated_on   date,
  escalated_to   uuid        references team.member,
  opened_on      date        not null,
  decided_on     date,
  closed_on      date,
  closed_how     text        check (closed_how in ('credited', 'rebilled', 'rejected',
                                                   'written_off', 'cleared', 'went_back')),
  changed_at     timestamptz not null,
  primary key (account_id, case_id),
  foreign key (account_id, case_id) references disputes.dispute_case
);
create index case_now_open on disputes.case_now (company_id, answer_by) where state <> 'closed';
create index case_now_by_account on disputes.case_now (account_id) where state <> 'closed';
create index case_now_closed on disputes.case_now (company_id, closed_on) where state = 'closed';

insert into disputes.case_now (account_id, case_id, company_id, state, department, owner_id,
                               currency, amount_minor, answer_by, opened_on, closed_on, changed_at)
select c.account_id, c.case_id, a.company_id,
       case when o.items = 0 then 'closed'
            when c.owner_id is null then 'open' else 'with_owner' end,
       'ar', c.owner_id, o.currency, o.amount_minor, c.answer_by, o.opened_on,
       case when o.items = 0 then o.opened_on end, c.recorded_at
  from disputes.dispute_case c
  join ledger.account a on a.account_id = c.account_id
  join lateral (select count(*) filter (where p.dispute_id is not null) as items,
                       min(i.currency) as currency, sum(d.amount_minor)::bigint as amount_minor,
                       min(d.effective_on) as opened_on
                  from disputes.case_dispute x
                  join disputes.dispute d on d.account_id = x.account_id
                                         and d.dispute_id = x.dispute_id
                  join ledger.item i on i.account_id = d.account_id and i.item_id = d.item_id
                  left join disputes.open_dispute p on p.account_id = d.account_id
                                                   and p.dispute_id = d.dispute_id
                 where x.account_id = c.account_id
                   and x.case_id    = c.case_id) o on o.currency is not null;

-- What a payment kept back and which case follows it: each line of a posting once.
create table disputes.deduction (
  account_id   uuid        not null,
  posting_id   uuid        not null,
  item_id      uuid        not null,
  case_id      uuid        not null,
  receipt_id   uuid        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  code         text,
  recorded_at  timestamptz not null,
  primary key (account_id, posting_id, item_id),
  foreign key (account_id, case_id) references disputes.dispute_case
);
create index deduction_by_case on disputes.deduction (account_id, case_id);

-- A door for somebody without an account: to one case, for some days. Of the token only the hash.
create table disputes.link (
  account_id  uuid        not null,
  link_id     uuid        not null,
  case_id     uuid        not null,
  token_hash  text        not null unique,
  to_name     text        not null,
  to_email    text        not null,
  language    text        not null check (language in ('en', 'es')),
  question    text        not null,
  expires_at  timestamptz not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, link_id),
  foreign key (account_id, case_id) references disputes.dispute_case
);
create index link_by_case on disputes.link (account_id, case_id);
create table disputes.link_revoked (
  account_id  uuid        not null,
  link_id     uuid        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, link_id),
  foreign key (account_id, link_id) references disputes.link
);
create table disputes.link_use (
  account_id  uuid        not null,
  link_id     uuid        not null,
  use_id      uuid        not null,
  kind        text        not null check (kind in ('opened', 'answered')),
  verdict     text        check (verdict in ('agree', 'partly', 'disagree', 'need_more')),
  answer      text        not null default '',
  recorded_at timestamptz not null,
  primary key (account_id, link_id, use_id),
  foreign key (account_id, link_id) references disputes.link,
  constraint answered_says_what check ((kind = 'answered') = (verdict is not null))
);

-- Proof of delivery, contract notes, photographs: of ours, or uploaded through a link.
create table disputes.evidence (
  account_id  uuid        not null,
  evidence_id uuid        not null,
  case_id     uuid        not null,
  link_id     uuid,
  kind        text        not null
              check (kind in ('proof_of_delivery', 'claim', 'contract', 'photo', 'other')),
  file_name   text        not null,
  media_type  text        not null,
  sha256      text        not null,
  content     bytea       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, evidence_id),
  foreign key (account_id, case_id) references disputes.dispute_case
);
create index evidence_by_case on disputes.evidence (account_id, case_id);

-- Who finds out what, by reason, and in how many business days: the latest word of a company.
create table disputes.route (
  company_id    uuid        not null references team.company,
  reason        text        not null,
  route_id      uuid        not null,
  department    text        not null check (department in ('sales', 'operations', 'billing', 'ar')),
  owner_id      uuid        references team.member,
  outside_name  text,
  outside_email text,
  answer_days   integer     not null check (answer_days between 1 and 90),
  recorded_at   timestamptz not null,
  actor         text        not null,
  primary key (company_id, reason, route_id)
);

-- A customer's own code for what it keeps back: the latest word for the code; none: forgotten.
create table disputes.reason_code (
  account_id  uuid        not null references ledger.account,
  code        text        not null,
  code_id     uuid        not null,
  reason      text,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, code, code_id)
);

-- Why an account pays late, as whoever works it found out: the latest word counts; none: forgotten.
create table disputes.late_cause (
  account_id   uuid        not null references ledger.account,
  cause_id     uuid        not null,
  cause        text,
  note         text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, cause_id)
);

grant select, insert on disputes.case_event, disputes.deduction, disputes.link,
      disputes.link_revoked, disputes.link_use, disputes.evidence, disputes.route,
      disputes.reason_code, disputes.late_cause to dunlin_app;
grant select, insert, update on disputes.case_now to dunlin_app;

-- Published: disputes that are open now, with the case and where it stands.
create or replace view disputes.dispute_card as
select d.account_id, d.dispute_id, d.item_id, d.amount_minor, d.reason, d.effective_on,
       c.case_id, c.part, x.line_no, c.note, c.said_by, n.owner_id, n.answer_by, c.recorded_at,
       n.state, n.decision, n.department, n.coordinator_id, c.origin
  from disputes.open_dispute d
  left join disputes.case_dispute x on x.account_id = d.account_id and x.dispute_id = d.dispute_id
  left join disputes.dispute_case c on c.account_id = x.account_id and c.case_id = x.case_id
  left join disputes.case_now n on n.account_id = c.account_id and n.case_id = c.case_id;

-- Published: how much of an item is contested now; null is the whole of it.
create view disputes.open_amount as
select d.account_id, d.item_id,
       case when bool_or(d.amount_minor is null) then null else sum(d.amount_minor)::bigint end
       as amount_minor
  from disputes.open_dispute d
 group by d.account_id, d.item_id;

-- Published: cases that wait for one of ours: an answer came back, or the day to answer passed.
create view disputes.case_card as
select n.account_id, n.case_id, c.reason, n.state, n.currency, n.amount_minor, n.coordinator_id,
       n.answered_on, n.answer_by, n.escalated_on, n.opened_on,
       coalesce(p.name, n.outside_name, '') as owner
  from disputes.case_now n
  join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id
  left join team.person p on p.member_id = n.owner_id
 where n.state <> 'closed';
grant select on disputes.open_amount, disputes.case_card to dunlin_app;

create index posting_by_id on cash.posting (posting_id);
create index posted_line_short on cash.posted_line (account_id) where short_minor > 0;
-- Published: what payers kept back when their payments were posted, and in whose words.
create view cash.short_card as
select l.account_id, l.posting_id, l.item_id, l.credit_item_id, p.receipt_id, r.currency,
       l.short_minor, l.short_reason, c.code, r.received_on, r.payer_name, r.reference,
       p.recorded_at
  from cash.posted_line l
  join cash.posting p on p.posting_id = l.posting_id
  join cash.receipt r on r.receipt_id = p.receipt_id
  join ledger.item_name t on t.account_id = l.account_id and t.item_id = l.item_id
  left join lateral (select e.value ->> 'reason' as code
                       from jsonb_array_elements(r.remittance
                            || coalesce((select jsonb_agg(x.value)
                                           from cash.remittance_use u,
                                                jsonb_array_elements(u.rows) x
                                          where u.receipt_id = r.receipt_id), '[]')) e
                      where e.value ->> 'reason' <> ''
                        and regexp_replace(upper(e.value ->> 'reference'), '[^A-Z0-9]', '', 'g')
                            = regexp_replace(upper(t.number), '[^A-Z0-9]', '', 'g')
                      limit 1) c on true
 where l.short_minor > 0;
grant select on cash.short_card to dunlin_app;

-- The register of complaints.
create schema complaints;
grant usage on schema complaints to dunlin_app;
create table complaints.complaint (
  account_id     uuid        not null references ledger.account,
  complaint_id   uuid        not null,
  class          text        not null
                 check (class in ('conduct', 'billing', 'payment', 'service', 'privacy',
                                  'regulator', 'other')),
  severity       text        not null check (severity in ('low', 'medium', 'high')),
  subject        text        not null,
  text           text        not null,
  said_by        text        not null,
  channel        text        not null
                 check (channel in ('email', 'phone', 'letter', 'in_person', 'regulator')),
  -- The mail that brought it; one mail is one complaint.
  mail_id        uuid,
  acknowledge_by date        not null,
  answer_by      date        not null,
  received_on    date        not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  primary key (account_id, complaint_id),
  constraint complaint_by_mail unique (account_id, mail_id)
);
create table complaints.complaint_event (
  account_id   uuid        not null,
  complaint_id uuid        not null,
  event_id     uuid        not null,
  kind         text        not null
               check (kind in ('assigned', 'acknowledged', 'investigating', 'cause_found', 'noted',
                               'answered', 'closed', 'reopened', 'late')),
  facts        jsonb       not null,
  note         text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, complaint_id, event_id),
  foreign key (account_id, complaint_id) references complaints.complaint
);
create table complaints.complaint_now (
  account_id      uuid        not null,
  complaint_id    uuid        not null,
  company_id      uuid        not null references team.company,
  state           text        not null
                  check (state in ('received', 'acknowledged', 'investigating', 'answered',
                                   'closed')),
  owner_id        uuid        references team.member,
  cause           text,
  satisfaction    integer     check (satisfaction between 1 and 5),
  acknowledged_on date,
  answered_on     date,
  closed_on       date,
  changed_at      timestamptz not null,
  primary key (account_id, complaint_id),
  foreign key (account_id, complaint_id) references complaints.complaint
);
create index complaint_now_open on complaints.complaint_now (company_id) where state <> 'closed';
grant select, insert on complaints.complaint, complaints.complaint_event to dunlin_app;
grant select, insert, update on complaints.complaint_now to dunlin_app;

-- Published: complaints that are not closed.
create view complaints.complaint_card as
select c.account_id, c.complaint_id, n.company_id, c.class, c.severity, c.subject, n.state,
       n.owner_id, c.acknowledge_by, c.answer_by, n.acknowledged_on, n.answered_on
  from complaints.complaint c
  join complaints.complaint_now n on n.account_id   = c.account_id
                                 and n.complaint_id = c.complaint_id
 where n.state <> 'closed';
grant select on complaints.complaint_card to dunlin_app;
