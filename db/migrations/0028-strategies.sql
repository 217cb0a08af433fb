-- Strategies at work: runs, what each account looked like, what was decided, proposed and done.
create schema strategies;
grant usage on schema strategies to dunlin_app;

-- One evaluation of a day. Its parts are stretches of accounts in the order of their ids, fixed
-- when it began, so that it goes on where it was killed. `documents`: key and version of each.
create table strategies.run (
  run_id      uuid        primary key,
  zone        text        not null,
  as_of       date        not null,
  documents   jsonb       not null,
  parts       uuid[]      not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null
);
create index run_by_day on strategies.run (as_of desc, recorded_at desc);
create table strategies.run_part (
  run_id      uuid        not null references strategies.run,
  part_no     integer     not null check (part_no > 0),
  accounts    integer     not null,
  stored      integer     not null,
  proposed    integer     not null,
  withdrawn   integer     not null,
  recorded_at timestamptz not null,
  primary key (run_id, part_no)
);
create table strategies.run_end (
  run_id      uuid        primary key references strategies.run,
  state       text        not null check (state in ('complete', 'cancelled')),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null
);

-- What was known of an account, as text in one form, kept once however often it is seen.
create table strategies.facts (
  account_id  uuid        not null references customers.account,
  facts_id    uuid        not null,
  facts       text        not null,
  recorded_at timestamptz not null,
  primary key (account_id, facts_id)
);
-- A decision is kept when it, or what it was made from, differs from the one before; until the
-- next one it is that of every run. Without a strategy there is no version.
create table strategies.decision (
  account_id  uuid        not null,
  run_id      uuid        not null references strategies.run,
  decided_on  date        not null,
  facts_id    uuid        not null,
  strategy    text,
  version     integer,
  decision    text        not null,
  recorded_at timestamptz not null,
  primary key (account_id, run_id),
  foreign key (account_id, facts_id) references strategies.facts,
  check ((strategy is null) = (version is null))
);
create index decision_by_run on strategies.decision (run_id);

-- A step that is to be done, or was: one an account, stretch of dunning and step, ever.
create table strategies.proposal (
  account_id  uuid        not null references customers.account,
  proposal_id uuid        not null,
  episode     uuid        not null,
  step        text        not null,
  days        smallint    not null,
  strategy    text        not null,
  made_on     date        not null,
  run_id      uuid        not null references strategies.run,
  recorded_at timestamptz not null,
  primary key (account_id, proposal_id),
  constraint proposal_once unique (account_id, episode, step)
);
create table strategies.proposal_event (
  account_id  uuid        not null,
  proposal_id uuid        not null,
  event_no    integer     not null check (event_no > 0),
  state       text        not null,
  on_day      date        not null,
  reason      text        not null,
  facts       jsonb       not null default '{}',
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, proposal_id, event_no),
  foreign key (account_id, proposal_id) references strategies.proposal
);
-- Where each stands, with what the latest decision asks for in its first currency.
create table strategies.proposal_now (
  account_id     uuid        not null,
  proposal_id    uuid        not null,
  company_id     uuid        not null,
  run_id         uuid        not null,
  act            text        not null,
  state          text        not null
                 check (state in ('proposed', 'approved', 'held', 'rejected', 'blocked', 'queued',
                                  'done', 'failed', 'withdrawn')),
  since          date        not null,
  changed_at     timestamptz not null,
  needs_approval boolean     not null,
  currency       text        not null,
  amount_minor   bigint      not null,
  days_late      integer     not null,
  -- Nothing is done before this day: a person put it off, or the gate said when to ask again.
  wait_until     timestamptz,
  permit_id      uuid,
  message_id     uuid,
  detail         text        not null default '',
  events         integer     not null check (events >= 0),
  primary key (account_id, proposal_id),
  foreign key (account_id, proposal_id) references strategies.proposal
);
create index proposal_now_open on strategies.proposal_now (state, act, amount_minor desc)
 where state in ('proposed', 'approved', 'held', 'blocked', 'queued', 'failed');
create index proposal_now_by_message on strategies.proposal_now (message_id)
 where message_id is not null;

-- The debts that a step was done for: while one of them is open, the step counts.
create table strategies.done_item (
  account_id  uuid        not null,
  item_id     uuid        not null,
  proposal_id uuid        not null,
  step        text        not null,
  days        smallint    not null,
  episode     uuid        not null,
  done_on     date        not null,
  -- It went to the customer.
  notice      boolean     not null,
  recorded_at timestamptz not null,
  primary key (account_id, item_id, proposal_id),
  foreign key (account_id, proposal_id) references strategies.proposal
);
-- What a notice charged when its policy books: one debit memo a currency.
create table strategies.booked_charge (
  account_id     uuid        not null,
  proposal_id    uuid        not null,
  currency       text        not null,
  item_id        uuid        not null,
  interest_minor bigint      not null check (interest_minor >= 0),
  fees_minor     bigint      not null check (fees_minor >= 0),
  recorded_at    timestamptz not null,
  primary key (account_id, proposal_id, currency),
  foreign key (account_id, proposal_id) references strategies.proposal
);
create table strategies.booked_interest (
  account_id  uuid not null,
  item_id     uuid not null,
  to_on       date not null,
  proposal_id uuid not null,
  primary key (account_id, item_id, to_on)
);
-- What happened that a branch may hear of: a reply, a bounce, a dispute that was closed.
create table strategies.account_event (
  account_id  uuid        not null references customers.account,
  event_id    uuid        not null,
  event       text        not null
              check (event in ('promise_broken', 'reply', 'bounce', 'dispute_closed')),
  on_day      date        not null,
  recorded_at timestamptz not null,
  primary key (account_id, event_id)
);

-- Off until somebody who may says otherwise; a canary lets only some segments through at first.
create table strategies.channel_switch (
  company_id  uuid        not null references team.company,
  channel     text        not null
              check (channel in ('email', 'letter', 'sms', 'call', 'inner')),
  recorded_at timestamptz not null,
  is_on       boolean     not null,
  -- Keys of the strategies that may send; null: all.
  only_for    text[],
  actor       text        not null,
  reason      text        not null,
  primary key (company_id, channel, recorded_at)
);
-- Whether the accounts of a strategy are split between it and its challenger.
create table strategies.experiment_switch (
  strategy    text        not null,
  recorded_at timestamptz not null,
  is_on       boolean     not null,
  actor       text        not null,
  reason      text        not null,
  primary key (strategy, recorded_at)
);
-- Which side of an experiment an account is on, and what it owed when it came to it.
create table strategies.experiment_account (
  account_id   uuid        not null references customers.account,
  strategy     text        not null,
  challenger   text        not null,
  arm          text        not null check (arm in ('champion', 'challenger')),
  entered_on   date        not null,
  currency     text        not null,
  owed_minor   bigint      not null,
  recorded_at  timestamptz not null,
  primary key (account_id, strategy, challenger)
);
create index experiment_account_by_strategy
    on strategies.experiment_account (strategy, challenger, arm);

-- What policies would have done over past days: asked for, worked on in parts, ended.
create table strategies.simulation (
  simulation_id uuid        primary key,
  company_id    uuid        references team.company,
  from_on       date        not null,
  to_on         date        not null check (to_on >= from_on),
  -- The candidates with their text, and the keys and versions in force.
  documents     jsonb       not null,
  -- Then: as the book was known each morning; now: by the days of business.
  knowledge     text        not null check (knowledge in ('then', 'now')),
  parts         uuid[]      not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  reason        text        not null
);
create table strategies.simulation_part (
  simulation_id uuid        not null references strategies.simulation,
  part_no       integer     not null check (part_no > 0),
  accounts      integer     not null,
  result        jsonb       not null,
  recorded_at   timestamptz not null,
  primary key (simulation_id, part_no)
);
create table strategies.simulation_end (
  simulation_id uuid        primary key references strategies.simulation,
  state         text        not null check (state in ('complete', 'cancelled', 'failed')),
  detail        text        not null,
  recorded_at   timestamptz not null,
  actor         text        not null
);

grant select, insert on strategies.run, strategies.run_part, strategies.run_end,
      strategies.facts, strategies.decision, strategies.proposal, strategies.proposal_event,
      strategies.done_item, strategies.booked_charge, strategies.booked_interest,
      strategies.account_event, strategies.channel_switch, strategies.experiment_switch,
      strategies.experiment_account, strategies.simulation, strategies.simulation_part,
      strategies.simulation_end to dunlin_app;
grant select, insert, update on strategies.proposal_now to dunlin_app;

-- Published: where each step of an account stands.
create view strategies.step_card as
select p.account_id, p.proposal_id, p.strategy, p.step, n.act, n.state, n.since as on_day,
       p.episode, n.currency, n.amount_minor, n.days_late, n.changed_at
  from strategies.proposal p
  join strategies.proposal_now n on n.account_id = p.account_id and n.proposal_id = p.proposal_id;
-- Published: calls that a strategy asks for and that may be made, for the list and the call screen.
create view strategies.call_card as
select p.account_id, p.proposal_id, p.strategy, p.step, p.episode, n.since as on_day, n.currency,
       n.amount_minor, n.days_late
  from strategies.proposal p
  join strategies.proposal_now n on n.account_id = p.account_id and n.proposal_id = p.proposal_id
 where n.act = 'call'
   and n.state = 'queued';
-- Published: what a strategy lately decided of each account.
create view strategies.decision_card as
select distinct on (d.account_id) d.account_id, d.decided_on, d.strategy, d.version, d.decision
  from strategies.decision d
 order by d.account_id, d.run_id desc;
grant select on strategies.step_card, strategies.call_card, strategies.decision_card to dunlin_app;

-- Published: open items on a day of accounts from one up to, not including, another: the same as
-- ledger.open_items_on, for those who read the book in stretches.
create function ledger.open_items_within(first_account uuid, until_account uuid, as_of date)
returns table (account_id uuid, item_id uuid, currency text, due_on date, open_minor bigint,
               aged boolean)
language sql stable
as $$
  with later as (
    select a.debit_item_id, a.credit_item_id, a.amount_minor
      from ledger.application a
     where a.account_id >= first_account
       and a.account_id < until_account
       and a.effective_on > as_of
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount
      from (select l.debit_item_id as item_id, l.amount_minor as amount
              from later l
             union all
            select l.credit_item_id, -l.amount_minor
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.currency, b.due_on, b.open_minor + coalesce(u.amount, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.account_id >= first_account
     and b.account_id < until_account
     and b.closed_on > as_of
     and b.effective_on <= as_of
     and b.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- Published: what a stretch of accounts owed at any time since a day, for who walks day by day.
create function ledger.item_history(first_account uuid, until_account uuid, since date)
returns table (account_id uuid, item_id uuid, currency text, due_on date, effective_on date,
               recorded_at timestamptz, amount_minor bigint, aged boolean)
language sql stable
as $$
  select b.account_id, b.item_id, b.currency, b.due_on, b.effective_on, b.recorded_at,
         b.side * b.amount_minor,
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
   where b.account_id >= first_account
     and b.account_id < until_account
     and (b.closed_on >= since or b.touched_at >= since)
$$;
-- Published: every application with the moment at which it became known.
create view ledger.application_history as
select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor, a.effective_on,
       a.recorded_at
  from ledger.application a;
-- Published: disputes with their days, those that ended too.
create view disputes.dispute_history as
select d.account_id, d.item_id, d.amount_minor, d.effective_on, d.recorded_at,
       r.effective_on as ended_on, r.recorded_at as ended_at
  from disputes.dispute d
  left join disputes.resolution r on r.account_id = d.account_id and r.dispute_id = d.dispute_id;
-- Published: promises with the items they name and the first verdict that ended them.
create view promises.promise_history as
select p.account_id, p.promise_id, p.currency, p.amount_minor, p.made_on, p.last_day, p.recorded_at,
       v.effective_on as ended_on, v.recorded_at as ended_at, v.state as ended_as,
       array(select i.item_id
               from promises.promised_item i
              where i.account_id = p.account_id
                and i.promise_id = p.promise_id) as item_ids
  from promises.promise p
  left join lateral (select x.effective_on, x.recorded_at, x.state
                       from promises.verdict x
                      where x.account_id = p.account_id
                        and x.promise_id = p.promise_id
                        and x.state <> 'open'
                      order by x.recorded_at
                      limit 1) v on true;
grant select on ledger.application_history, disputes.dispute_history, promises.promise_history
      to dunlin_app;
