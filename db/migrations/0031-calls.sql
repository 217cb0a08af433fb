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
