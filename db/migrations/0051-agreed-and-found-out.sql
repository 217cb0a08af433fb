-- Causes of lateness with their money and their monthly review; plans of action for accounts.

-- A cause is said of an account; the items that it explains are kept with what was overdue and
-- not disputed on that day, so that a dispute and a cause never count the same money.
alter table disputes.late_cause add column company_id uuid not null references team.company;
create index late_cause_of_company on disputes.late_cause (company_id, effective_on);
create table disputes.late_cause_item (
  account_id    uuid   not null,
  item_id       uuid   not null,
  cause_id      uuid   not null,
  currency      text   not null,
  overdue_minor bigint not null check (overdue_minor > 0),
  primary key (account_id, item_id, cause_id),
  foreign key (account_id, cause_id) references disputes.late_cause,
  foreign key (account_id, item_id) references ledger.item
);
create index late_cause_item_of on disputes.late_cause_item (account_id, cause_id);
create index case_now_opened on disputes.case_now (company_id, opened_on);
grant select, insert on disputes.late_cause_item to dunlin_app;

-- Published: what disputes and late payment came of, with the money of each: a row a case (of a
-- null cause while nobody knows), a row an item whose lateness somebody explained last.
create view disputes.late_cause_fact as
select 'dispute' as kind, n.account_id, n.case_id as fact_id, null::uuid as item_id,
       n.company_id, n.cause, n.currency, n.amount_minor, n.opened_on as found_on,
       n.state <> 'closed' as still_open
  from disputes.case_now n
 union all
select 'late', l.account_id, l.cause_id, i.item_id, l.company_id, l.cause, i.currency,
       i.overdue_minor, l.effective_on, b.open_minor > 0
  from disputes.late_cause l
  join disputes.late_cause_item i on i.account_id = l.account_id and i.cause_id = l.cause_id
  join ledger.item_card b on b.account_id = i.account_id and b.item_id = i.item_id
 where l.cause is not null
   and not exists (select
                     from disputes.late_cause_item x
                    where x.account_id = i.account_id
                      and x.item_id    = i.item_id
                      and x.cause_id   > i.cause_id);
grant select on disputes.late_cause_fact to dunlin_app;

-- A month's causes reviewed: what was found, what is done, and the figures as they were.
create table disputes.cause_review (
  company_id  uuid        not null references team.company,
  month_on    date        not null,
  review_id   uuid        not null,
  findings    text        not null,
  actions     text        not null,
  figures     jsonb       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (company_id, month_on, review_id),
  constraint month_begins check (month_on = date_trunc('month', month_on))
);
grant select, insert on disputes.cause_review to dunlin_app;

-- A plan of action for a delinquent account: what the customer answered, and the steps from there.
create table escalations.action_plan (
  account_id  uuid        not null references ledger.account,
  plan_id     uuid        not null,
  company_id  uuid        not null references team.company,
  response    text        not null,
  goal        text        not null,
  owner_id    uuid        not null references team.member,
  made_on     date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, plan_id)
);
create table escalations.action_event (
  account_id   uuid        not null,
  plan_id      uuid        not null,
  event_id     uuid        not null,
  kind         text        not null
               check (kind in ('made', 'step_added', 'step_done', 'step_dropped', 'step_moved',
                               'ended')),
  step_no      integer,
  facts        jsonb       not null,
  note         text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, plan_id, event_id),
  foreign key (account_id, plan_id) references escalations.action_plan
);
-- Where a plan stands: one that is open for an account at a time.
create table escalations.action_plan_now (
  account_id uuid        not null,
  plan_id    uuid        not null,
  company_id uuid        not null references team.company,
  state      text        not null check (state in ('open', 'ended')),
  result     text        check (result in ('paid', 'promised', 'plan_agreed', 'resolved',
                                           'escalated', 'written_off', 'given_up')),
  ended_on   date,
  changed_at timestamptz not null,
  primary key (account_id, plan_id),
  foreign key (account_id, plan_id) references escalations.action_plan,
  constraint ended_has_a_result check ((state = 'ended') = (result is not null))
);
create unique index action_plan_open on escalations.action_plan_now (account_id)
 where state = 'open';
create index action_plan_of_company on escalations.action_plan_now (company_id, state);
create table escalations.action_step_now (
  account_id uuid    not null,
  plan_id    uuid    not null,
  step_no    integer not null,
  -- A step of the template by its code, or one in words of its own.
  code       text,
  title      text    not null,
  owner_id   uuid    not null references team.member,
  due_on     date    not null,
  state      text    not null check (state in ('to_do', 'done', 'dropped')),
  closed_on  date,
  primary key (account_id, plan_id, step_no),
  foreign key (account_id, plan_id) references escalations.action_plan
);
create index action_step_due on escalations.action_step_now (owner_id, due_on)
 where state = 'to_do';
grant select, insert on escalations.action_plan, escalations.action_event to dunlin_app;
grant select, insert, update on escalations.action_plan_now, escalations.action_step_now
   to dunlin_app;
