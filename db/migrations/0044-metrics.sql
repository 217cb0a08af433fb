-- Metrics: what every figure is summed from, goals, hours and costs as stated, the allowance.

-- Published: the account as figures are narrowed by it; what is not asked for is not joined.
create view customers.account_scope as
select a.account_id, a.company_id, a.customer_id, a.number as account, c.number as customer,
       c.name, c.segment, n.owner_id
  from customers.account a
  left join customers.customer c on c.customer_id = a.customer_id
  left join customers.account_now n on n.account_id = a.account_id;
grant select on customers.account_scope to dunlin_app;

-- Published: every item with the day it counts from; a reversal stands for what it reverses.
create view ledger.posted_item as
select i.account_id, i.item_id, i.entry_id, i.kind, i.side, i.currency, i.number, i.issued_on,
       i.due_on, i.effective_on, i.recorded_at, i.amount_minor, i.kind as stands_for
  from ledger.item i
 where i.kind <> 'reversal'
 union all
select i.account_id, i.item_id, i.entry_id, i.kind, i.side, i.currency, i.number, i.issued_on,
       i.due_on, i.effective_on, i.recorded_at, i.amount_minor,
       coalesce((select o.kind
                   from ledger.application a
                   join ledger.item o
                     on o.account_id = a.account_id
                    and o.item_id = case when a.debit_item_id = i.item_id
                                         then a.credit_item_id else a.debit_item_id end
                  where a.account_id = i.account_id
                    and a.kind = 'reversal'
                    and a.reverses is null
                    and (a.debit_item_id = i.item_id or a.credit_item_id = i.item_id)
                  limit 1), 'reversal')
  from ledger.item i
 where i.kind = 'reversal';
grant select on ledger.posted_item to dunlin_app;

-- Published: promises as they stood on a day as known at a moment, with who took them.
create function promises.promises_judged(from_on date, as_of date, known_at timestamptz)
returns table (account_id uuid, promise_id uuid, currency text, amount_minor bigint, made_on date,
               due_on date, last_day date, actor text, state text, state_on date)
language sql stable as $$
  select p.account_id, p.promise_id, p.currency, p.amount_minor, p.made_on, p.due_on, p.last_day,
         p.actor, coalesce(v.state, 'open'), v.effective_on
    from promises.promise p
    left join lateral (select x.state, x.effective_on
                         from promises.verdict x
                        where x.account_id = p.account_id
                          and x.promise_id = p.promise_id
                          and x.effective_on <= as_of
                          and x.recorded_at <= known_at
                        order by x.recorded_at desc
                        limit 1) v on true
   where p.made_on <= as_of
     and p.recorded_at <= known_at
     and (p.last_day >= from_on - 31 or coalesce(v.state, 'open') = 'open')
$$;

-- Published: each dispute from its opening to its end; null: the whole of its item.
create view disputes.dispute_span as
select d.account_id, d.dispute_id, d.item_id, d.amount_minor, d.reason, d.effective_on,
       d.recorded_at, r.effective_on as resolved_on, r.recorded_at as resolved_at, r.how,
       w.recorded_at as withdrawn_at
  from disputes.dispute d
  left join disputes.resolution r on r.account_id = d.account_id and r.dispute_id = d.dispute_id
  left join disputes.dispute_withdrawn w
    on w.account_id = d.account_id and w.dispute_id = d.dispute_id;
grant select on disputes.dispute_span to dunlin_app;

-- Published: money that came in on debts that had been given up.
create view ledger.recovery_card as
select i.account_id, i.entry_id, i.item_id, i.number, i.currency, i.amount_minor,
       i.effective_on, i.recorded_at
  from ledger.entry e
  join ledger.item i on i.account_id = e.account_id and i.entry_id = e.entry_id
 where e.kind = 'recovery';
grant select on ledger.recovery_card to dunlin_app;

-- Published now: each line's account, day and currency stand beside how it turned out.
create or replace view cash.line_quality as
select r.company_id, r.source, date_trunc('month', r.received_on)::date as month, r.receipt_id,
       l.item_id, p.how = 'engine' as touchless, q.wrong and p.how = 'engine' as wrong,
       not q.wrong
         and (p.how = 'engine'
              or coalesce(d.answer -> 'proposals' -> 0 -> 'allocations'
                            @> jsonb_build_array(jsonb_build_object('itemId', l.item_id)), false))
         as hit,
       l.account_id, r.received_on, r.currency, p.recorded_at as posted_at
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

-- Published: how long somebody works a day, as stated last.
create view portfolios.capacity_card as
select distinct on (c.member_id) c.member_id, c.minutes_a_day, c.recorded_at
  from portfolios.capacity c
 order by c.member_id, c.recorded_at desc;
grant select on portfolios.capacity_card to dunlin_app;

create schema metrics;
grant usage on schema metrics to dunlin_app;

-- People measured together; each row is the whole team from then on.
create table metrics.team_fact (
  team_id     uuid        not null,
  fact_id     uuid        not null,
  company_id  uuid        references team.company,
  name        text        not null check (name <> ''),
  member_ids  uuid[]      not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (team_id, fact_id)
);
grant select, insert on metrics.team_fact to dunlin_app;
create view metrics.team_now as
select distinct on (t.team_id) t.team_id, t.company_id, t.name, t.member_ids
  from metrics.team_fact t
 order by t.team_id, t.fact_id desc;
grant select on metrics.team_now to dunlin_app;

-- What a person, a team or a company is to reach in a month. A goal is never overwritten: what
-- was forecast in the first week still stands when the month is over. Nobody: the company.
create table metrics.goal_fact (
  company_id   uuid        not null references team.company,
  goal_id      uuid        not null,
  member_id    uuid        references team.member,
  team_id      uuid,
  month        date        not null check (extract(day from month) = 1),
  metric       text        not null,
  variant      text        not null,
  currency     text        not null check (currency ~ '^[A-Z]{3}$'),
  -- Minor units of the currency, or hundredths of a percent, of a day, of one; null: taken back.
  target       bigint      check (target >= 0),
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text        not null,
  primary key (company_id, goal_id),
  constraint goal_of_one check (member_id is null or team_id is null)
);
create index goal_fact_by_month on metrics.goal_fact (company_id, month);
grant select, insert on metrics.goal_fact to dunlin_app;

-- What no ledger knows: the cost of the department, hours that were paid.
create table metrics.stated_fact (
  company_id  uuid        not null references team.company,
  stated_id   uuid        not null,
  kind        text        not null check (kind in ('department_cost', 'paid_minutes')),
  month       date        not null check (extract(day from month) = 1),
  member_id   uuid        references team.member,
  currency    text        check (currency ~ '^[A-Z]{3}$'),
  amount      bigint      not null check (amount >= 0),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (company_id, stated_id),
  constraint cost_has_currency check ((kind = 'department_cost') = (currency is not null)),
  constraint minutes_have_a_person check ((kind = 'paid_minutes') = (member_id is not null))
);
grant select, insert on metrics.stated_fact to dunlin_app;

-- An allowance as computed, frozen with all it was computed from, and the second person's word.
create table metrics.allowance (
  company_id    uuid        not null references team.company,
  allowance_id  uuid        not null,
  as_of         date        not null,
  known_at      timestamptz not null,
  currency      text        not null check (currency ~ '^[A-Z]{3}$'),
  method        text        not null check (method in ('aging_schedule', 'roll_rate')),
  facts         jsonb       not null,
  allowance_minor bigint    not null,
  before_minor  bigint      not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  reason        text        not null,
  primary key (company_id, allowance_id)
);
grant select, insert on metrics.allowance to dunlin_app;

create table metrics.allowance_review (
  company_id    uuid        not null,
  allowance_id  uuid        not null,
  verdict       text        not null check (verdict in ('signed', 'sent_back')),
  note          text        not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  primary key (company_id, allowance_id),
  foreign key (company_id, allowance_id) references metrics.allowance
);
grant select, insert on metrics.allowance_review to dunlin_app;
