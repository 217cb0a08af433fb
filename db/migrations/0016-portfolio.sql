-- Who works which accounts: rules that give them, moves that can be undone, campaigns.

-- Whether a person gave the account to its owner, so that no rule moves it; ended by a later fact.
create table customers.pin_fact (
  account_id  uuid        not null references customers.account,
  recorded_at timestamptz not null,
  pinned      boolean     not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, recorded_at)
);
alter table customers.account_now add column pinned_at timestamptz;
grant select, insert on customers.pin_fact to dunlin_app;

-- Published: what a rule may ask of an account, beside what it owes.
create view customers.portfolio_card as
select a.account_id, a.company_id, a.number as account, a.kind, a.customer_id,
       c.number as customer, c.name, c.language, c.segment, c.city, c.state, c.postal_code,
       c.country, n.owner_id, n.pinned_at, n.status, n.last_touch_on
  from customers.account a
  join customers.customer c on c.customer_id = a.customer_id
  left join customers.account_now n on n.account_id = a.account_id
 where a.kind <> 'house'
   and a.merged_into is null;
grant select on customers.portfolio_card to dunlin_app;

-- Published: whose each account was on a day, as known at a moment; unowned ones are left out.
create function customers.owners_on(as_of date, known_at timestamptz)
returns table (account_id uuid, owner_id uuid)
language sql stable
as $$
  select o.account_id, o.member_id
    from (select distinct on (f.account_id) f.account_id, f.member_id
            from customers.owner_fact f
           where f.effective_on <= as_of
             and f.recorded_at <= known_at
           order by f.account_id, f.effective_on desc, f.recorded_at desc) o
   where o.member_id is not null
$$;

create schema portfolios;
grant usage on schema portfolios to dunlin_app;

-- The rules of a company, as a whole and in order; a change is a new version.
create table portfolios.rule_set (
  company_id  uuid        not null references team.company,
  version     integer     not null check (version > 0),
  rules       jsonb       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (company_id, version)
);

-- How long somebody works accounts on a day, and in which languages; the latest holds.
create table portfolios.capacity (
  member_id    uuid        not null references team.member,
  recorded_at  timestamptz not null,
  minutes_a_day integer    not null check (minutes_a_day between 0 and 1440),
  speaks       text[]      not null check (cardinality(speaks) > 0),
  actor        text        not null,
  primary key (member_id, recorded_at)
);

-- Accounts moved in one act, with where each was before, so that the act can be undone.
create table portfolios.reassignment (
  reassignment_id uuid        primary key,
  kind            text        not null check (kind in ('rules', 'bulk', 'rebalance', 'new')),
  made_on         date        not null,
  recorded_at     timestamptz not null,
  actor           text        not null,
  reason          text        not null
);
create index reassignment_by_time on portfolios.reassignment (recorded_at);
create table portfolios.moved_account (
  account_id      uuid    not null references customers.account,
  reassignment_id uuid    not null,
  from_id         uuid,
  to_id           uuid,
  was_pinned      boolean not null,
  rule            integer,
  primary key (account_id, reassignment_id)
);
create index moved_account_by_act on portfolios.moved_account (reassignment_id);
create table portfolios.reassignment_undone (
  reassignment_id uuid        primary key references portfolios.reassignment,
  recorded_at     timestamptz not null,
  actor           text        not null,
  reason          text        not null
);

-- A saved query made into work: what it asks and what it is for, and when it began.
create table portfolios.campaign (
  campaign_id uuid        primary key,
  company_id  uuid        not null references team.company,
  filter      jsonb       not null,
  live        boolean     not null,
  member_ids  uuid[]      not null,
  currency    text        not null,
  started_on  date        not null,
  started_at  timestamptz not null,
  actor       text        not null
);
-- Name, text, goal and last day; a change is a new row, and so is the end.
create table portfolios.campaign_terms (
  campaign_id uuid        not null references portfolios.campaign,
  recorded_at timestamptz not null,
  name        text        not null check (name <> ''),
  text        text        not null,
  goal_minor  bigint      check (goal_minor > 0),
  ends_on     date        not null,
  ended_on    date,
  actor       text        not null,
  reason      text        not null,
  primary key (campaign_id, recorded_at)
);
create table portfolios.campaign_account (
  account_id  uuid        not null references customers.account,
  campaign_id uuid        not null references portfolios.campaign,
  worker_id   uuid,
  added_at    timestamptz not null,
  primary key (account_id, campaign_id)
);
create index campaign_account_by_campaign on portfolios.campaign_account (campaign_id);
create table portfolios.campaign_item (
  account_id  uuid   not null references customers.account,
  campaign_id uuid   not null references portfolios.campaign,
  item_id     uuid   not null,
  currency    text   not null,
  open_minor  bigint not null,
  primary key (account_id, campaign_id, item_id)
);
create index campaign_item_by_campaign on portfolios.campaign_item (campaign_id);

grant select, insert on portfolios.rule_set, portfolios.capacity, portfolios.reassignment,
      portfolios.moved_account, portfolios.reassignment_undone, portfolios.campaign,
      portfolios.campaign_terms, portfolios.campaign_account, portfolios.campaign_item
      to dunlin_app;

create view portfolios.campaign_now as
select c.campaign_id, c.company_id, c.filter, c.live, c.member_ids, c.currency, c.started_on,
       c.started_at, t.name, t.text, t.goal_minor, t.ends_on, t.ended_on
  from portfolios.campaign c
  cross join lateral (select x.name, x.text, x.goal_minor, x.ends_on, x.ended_on
                        from portfolios.campaign_terms x
                       where x.campaign_id = c.campaign_id
                       order by x.recorded_at desc
                       limit 1) t;
grant select on portfolios.campaign_now to dunlin_app;

-- Published: the accounts of campaigns, with what their row in the day says.
create view portfolios.campaign_card as
select a.account_id, a.campaign_id, a.worker_id, a.added_at, n.name, n.text, n.ends_on,
       n.started_on, n.ended_on
  from portfolios.campaign_account a
  join portfolios.campaign_now n on n.campaign_id = a.campaign_id;
grant select on portfolios.campaign_card to dunlin_app;

-- Who works the account for a campaign, when that is not its owner.
alter table worklist.account_work add column worker_id uuid;
create index account_work_by_worker on worklist.account_work (worker_id)
 where worker_id is not null;

-- Published: what waits for somebody, as the day's list has it.
create view worklist.work_card as
select account_id, kinds, overdue_base_minor, balance_minor, hidden_until
  from worklist.account_work;
grant select on worklist.work_card to dunlin_app;

-- Published: accounts that somebody was done with, and when.
create view worklist.done_card as
select w.account_id, w.member_id, w.recorded_at
  from worklist.answer w
 where w.kind = 'done'
   and not exists (select
                     from worklist.answer_undone u
                    where u.account_id = w.account_id
                      and u.answer_id  = w.answer_id);
grant select on worklist.done_card to dunlin_app;
