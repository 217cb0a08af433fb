-- Strategies at speed: facts stand beside the decision made from them; accounts carry tags.

-- Words by which the desk groups accounts; each row is the whole set from then on.
create table customers.tag_fact (
  account_id  uuid        not null references customers.account,
  recorded_at timestamptz not null,
  tags        text[]      not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, recorded_at)
);
grant select, insert on customers.tag_fact to dunlin_app;
alter table customers.account_now add column tags text[] not null default '{}';
create index account_now_by_tag on customers.account_now using gin (tags) where tags <> '{}';

-- Published: what strategies choose accounts by.
create view customers.account_trait as
select a.account_id, a.company_id, co.zone, a.number as account, a.kind, co.code as company,
       c.country, c.state, c.segment, n.status, c.language, a.terms_code as terms, n.owner_id,
       n.tags, a.merged_into
  from customers.account a
  join customers.customer c on c.customer_id = a.customer_id
  join team.company co on co.company_id = a.company_id
  left join customers.account_now n on n.account_id = a.account_id;
grant select on customers.account_trait to dunlin_app;

-- The facts that a decision was made from stand with it; where they are those of the decision
-- before, they are left out. What one action writes together is not looked up again row by row.
alter table strategies.decision
  add column facts text,
 drop constraint decision_account_id_facts_id_fkey,
 drop constraint decision_run_id_fkey;
update strategies.decision d
   set facts = f.facts
  from strategies.facts f
 where f.account_id = d.account_id
   and f.facts_id = d.facts_id
   and not exists (select
                     from strategies.decision e
                    where e.account_id = d.account_id
                      and e.facts_id = d.facts_id
                      and e.run_id < d.run_id);
drop table strategies.facts;
alter table strategies.proposal
 drop constraint proposal_account_id_fkey,
 drop constraint proposal_run_id_fkey;
alter table strategies.proposal_now
 drop constraint proposal_now_account_id_proposal_id_fkey;

-- Published: statuses with the moment at which each became known, for who walks past days.
create view customers.status_history as
select s.account_id, s.effective_on, s.recorded_at, s.status
  from customers.status_fact s;
-- Published: money that came, from the day it was seen until it was posted.
create view cash.money_history as
select p.account_id, r.currency, r.amount_minor, r.received_on, r.recorded_at,
       p.recorded_at as posted_at
  from (select x.account_id, x.receipt_id, min(x.recorded_at) as recorded_at
          from cash.posting x
         group by x.account_id, x.receipt_id) p
  join cash.receipt r on r.receipt_id = p.receipt_id
 where r.amount_minor > 0
 union all
select n.likely_account, r.currency, r.amount_minor, r.received_on, r.recorded_at, null
  from cash.receipt_now n
  join cash.receipt r on r.receipt_id = n.receipt_id
 where n.state in ('entered', 'unposted')
   and r.amount_minor > 0
   and n.likely_account is not null;
-- Published: holds with their ends, those that were lifted too.
create view compliance.hold_history as
select h.account_id, h.kind, h.starts_on, h.ends_on, h.recorded_at, e.ended_on,
       e.recorded_at as ended_at
  from compliance.hold h
  left join compliance.hold_end e on e.account_id = h.account_id and e.hold_id = h.hold_id;
grant select on customers.status_history, cash.money_history, compliance.hold_history
      to dunlin_app;
