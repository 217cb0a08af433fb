-- Reports that people build over documented datasets; lines of other areas that datasets read.

-- A saved report: who keeps it now, who may see it, what it asks.
create schema datasets;
grant usage on schema datasets to dunlin_app;

create table datasets.report (
  report_id   uuid        primary key,
  -- What the command line and schedules call it; never used for another one.
  name        text        not null check (name ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  recorded_at timestamptz not null,
  actor       text        not null,
  constraint report_name unique (name)
);
grant select, insert on datasets.report to dunlin_app;

-- Each saving is a version; the latest is the one that runs.
create table datasets.report_version (
  report_id   uuid        not null references datasets.report,
  version     integer     not null check (version > 0),
  title       text        not null check (title <> ''),
  note        text        not null,
  -- As rules/question.ts reads it; checked again whenever it runs.
  question    jsonb       not null,
  owner_id    uuid        not null references team.member,
  shared      text        not null check (shared in ('private', 'team', 'company')),
  -- Null: of every company that its reader may see.
  company_id  uuid        references team.company,
  review_on   date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (report_id, version)
);
grant select, insert on datasets.report_version to dunlin_app;

-- How a report stands: a projection of its versions, uses and retirement.
create table datasets.report_now (
  report_id  uuid    primary key references datasets.report,
  version    integer not null,
  owner_id   uuid    not null references team.member,
  shared     text    not null,
  company_id uuid    references team.company,
  retired_on date,
  used_on    date,
  used_by    uuid    references team.member,
  uses       integer not null default 0
);
grant select, insert, update on datasets.report_now to dunlin_app;

-- Every case, also closed ones, with what became of it.
create view disputes.case_line as
select n.account_id, n.case_id, c.reason, n.cause, n.department, n.state, n.owner_id,
       n.outside_name, n.currency, n.amount_minor, n.opened_on, n.answer_by, n.decided_on,
       n.closed_on, n.closed_how
  from disputes.case_now n
  join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id;
grant select on disputes.case_line to dunlin_app;

-- Every refund and where it stands; nothing of bank accounts.
create view refunds.refund_line as
select r.account_id, r.refund_id, r.company_id, r.payee_name, r.origin, r.method, r.currency,
       r.amount_minor, r.requested_on, r.reason, n.state, n.state_on
  from refunds.refund r
  join refunds.refund_now n on n.account_id = r.account_id and n.refund_id = r.refund_id;
grant select on refunds.refund_line to dunlin_app;

-- Every sales order with what credit says of it.
create view credit.order_line as
select account_id, order_id, number, ordered_on, currency, amount_minor, state, verdict, held_at,
       review_on
  from credit.sales_order;
grant select on credit.order_line to dunlin_app;

-- Every task as it stands.
create view tasks.task_line as
select t.task_id, t.company_id, t.account_id, n.title, n.assignee_id, t.requester_id, n.priority,
       n.state, n.due_on
  from tasks.task t
  join tasks.task_now n on n.task_id = t.task_id;
grant select on tasks.task_line to dunlin_app;

-- The instalments of every plan in the version in force.
create view promises.instalment_line as
select i.account_id, i.plan_id, i.no, i.due_on, i.amount_minor, i.interest_minor, p.currency,
       p.made_on, n.state, n.total_minor, n.paid_minor, n.missed
  from promises.plan_now n
  join promises.plan p on p.account_id = n.account_id and p.plan_id = n.plan_id
  join promises.plan_instalment i
    on i.account_id = n.account_id and i.plan_id = n.plan_id and i.version = n.version;
grant select on promises.instalment_line to dunlin_app;

-- Every item, open or settled, with the day on which it was settled.
create view ledger.item_line as
select i.account_id, i.item_id, i.kind, i.side, i.number, i.currency, i.issued_on, i.due_on,
       i.amount_minor, b.open_minor, nullif(b.closed_on, 'infinity') as closed_on
  from ledger.item_balance b
  join ledger.item i on i.account_id = b.account_id and i.item_id = b.item_id;
grant select on ledger.item_line to dunlin_app;
