-- Credit and orders: what an account owes at one look, orders as they were stated and judged,
-- limits with their end, and what is told to outside systems.

-- The open book of an account, kept with its items' balances in one transaction and proved
-- against them: an order is answered without reading every item.
create table ledger.account_open (
  account_id   uuid   not null references ledger.account,
  currency     text   not null,
  owed_minor   bigint not null,
  credit_minor bigint not null,
  primary key (account_id, currency)
);
grant select, insert, update on ledger.account_open to dunlin_app;
insert into ledger.account_open (account_id, currency, owed_minor, credit_minor)
select account_id, currency, coalesce(sum(open_minor) filter (where side = 1), 0),
       coalesce(-sum(open_minor) filter (where side = -1), 0)
  from ledger.item_balance
 where open_minor <> 0
 group by account_id, currency;
create view ledger.account_open_card as
select account_id, currency, owed_minor, credit_minor
  from ledger.account_open;
grant select on ledger.account_open_card to dunlin_app;

-- The oldest due day of an account, from the index alone.
create index item_balance_due on ledger.item_balance (account_id, due_on)
 where open_minor > 0 and kind not in ('refund', 'reversal', 'transfer');
create view ledger.open_debt as
select account_id, item_id, currency, due_on, open_minor
  from ledger.item_balance
 where open_minor > 0
   and kind not in ('refund', 'reversal', 'transfer');
grant select on ledger.open_debt to dunlin_app;

-- What an account may owe, as its customer's record says.
create view customers.limit_card as
select account_id, limit_minor, limit_currency, status
  from customers.account_now;
grant select on customers.limit_card to dunlin_app;
create view customers.account_called as
select a.number, a.account_id, a.merged_into, a.company_id, co.code as company
  from customers.account a
  join team.company co on co.company_id = a.company_id
 where a.kind <> 'house';
grant select on customers.account_called to dunlin_app;
create view customers.customer_name as
select customer_id, number, name
  from customers.customer;
grant select on customers.customer_name to dunlin_app;

-- An order as it stands: what was stated last, and what was decided of it last.
alter table credit.sales_order
  drop constraint sales_order_state_check,
  add constraint sales_order_state_check
      check (state in ('open', 'invoiced', 'closed', 'cancelled')),
  add column delivered_minor bigint not null default 0 check (delivered_minor >= 0),
  add column invoiced_minor  bigint not null default 0 check (invoiced_minor >= 0),
  add column verdict         text   check (verdict in ('approved', 'held', 'released', 'rejected')),
  -- How the verdict came about: a check, cash that arrived, a person, an approval.
  add column verdict_how     text,
  add column reasons         jsonb  not null default '[]',
  add column figures         jsonb,
  add column held_at         timestamptz,
  add column forwarded_to    uuid   references team.member,
  add column review_on       date,
  add column alerted_at      timestamptz;
create index sales_order_at_risk on credit.sales_order (account_id)
 where state = 'open' or (state = 'closed' and delivered_minor > invoiced_minor);
create index sales_order_held on credit.sales_order (account_id, amount_minor)
 where state = 'open' and verdict = 'held';
create index sales_order_unjudged on credit.sales_order (account_id)
 where state = 'open' and verdict is null;

-- What the order system stated, each time it said something else.
create table credit.order_statement (
  account_id      uuid        not null references ledger.account,
  order_id        uuid        not null,
  statement_id    uuid        not null,
  ordered_on      date        not null,
  currency        text        not null,
  amount_minor    bigint      not null check (amount_minor >= 0),
  delivered_minor bigint      not null check (delivered_minor >= 0),
  invoiced_minor  bigint      not null check (invoiced_minor >= 0),
  state           text        not null
                  check (state in ('open', 'invoiced', 'closed', 'cancelled')),
  actor           text        not null,
  reason          text        not null,
  recorded_at     timestamptz not null,
  primary key (account_id, order_id, statement_id)
);
insert into credit.order_statement
select account_id, order_id, order_id, ordered_on, currency, greatest(amount_minor, 0), 0, 0,
       state, 'migration:0039', 'stated before statements were kept', recorded_at
  from credit.sales_order;

-- What was decided of an order, by whom, on which figures. `forwarded` leaves it held.
create table credit.order_act (
  account_id     uuid        not null references ledger.account,
  order_id       uuid        not null,
  act_id         uuid        not null,
  kind           text        not null
                 check (kind in ('approved', 'held', 'released', 'rejected', 'forwarded',
                                 'alerted')),
  how            text        not null
                 check (how in ('check', 'policy', 'cash', 'returned', 'person', 'approval')),
  checkpoint     text        not null check (checkpoint in ('order', 'delivery', 'invoice')),
  reasons        jsonb       not null,
  -- Limit, exposure, order, in the limit's currency, as decimal text.
  figures        jsonb,
  policy_key     text,
  policy_version integer,
  review_on      date,
  to_member      uuid        references team.member,
  evidence       text        not null default '',
  request_id     uuid,
  actor          text        not null,
  reason         text        not null,
  recorded_at    timestamptz not null,
  primary key (account_id, order_id, act_id)
);

-- Limits beside the standing one of the customer's record: when it ends and is looked at again,
-- more for a time, what an insurer covers.
create table credit.limit_grant (
  account_id    uuid        not null references ledger.account,
  grant_id      uuid        not null,
  kind          text        not null check (kind in ('standing', 'temporary', 'insurance')),
  -- Null: the standing limit was taken away.
  amount_minor  bigint      check (amount_minor >= 0),
  currency      text        not null,
  from_on       date        not null,
  until_on      date        check (until_on >= from_on),
  review_on     date,
  insurer       text,
  policy_number text,
  request_id    uuid,
  actor         text        not null,
  reason        text        not null,
  recorded_at   timestamptz not null,
  primary key (account_id, grant_id),
  check (kind = 'standing' or amount_minor is not null),
  check (kind <> 'temporary' or until_on is not null)
);
-- One limit for a family: the head's customer, all accounts below it.
create table credit.group_limit (
  customer_id  uuid        not null references customers.customer,
  grant_id     uuid        not null,
  amount_minor bigint      check (amount_minor >= 0),
  currency     text        not null,
  from_on      date        not null,
  until_on     date        check (until_on >= from_on),
  review_on    date,
  request_id   uuid,
  actor        text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null,
  primary key (customer_id, grant_id)
);
grant select, insert on credit.order_statement, credit.order_act, credit.limit_grant,
      credit.group_limit to dunlin_app;

-- The head of a customer's family and everybody below it, by key: few rows, however many
-- customers there are.
create function customers.parent_of(of_customer uuid, as_of date) returns uuid
language sql stable as $$
  select r.other_id
    from customers.relation r
   where r.customer_id   = of_customer
     and r.kind          = 'parent'
     and r.effective_on <= as_of
   order by r.effective_on desc, r.recorded_at desc
   limit 1
$$;
create function customers.above(of_customer uuid, as_of date)
returns table (customer_id uuid, steps integer)
language sql stable as $$
  with recursive climb as (
    select of_customer as customer_id, 0 as steps
     union all
    select p.parent, k.steps + 1
      from climb k
     cross join lateral (select customers.parent_of(k.customer_id, as_of) as parent) p
     where p.parent is not null
       and p.parent <> k.customer_id
       and k.steps < 16
  )
  select customer_id, min(steps)
    from climb
   group by customer_id
$$;
create function customers.accounts_below(of_customer uuid, as_of date)
returns table (account_id uuid)
language sql stable as $$
  with recursive fall as (
    select of_customer as customer_id, 0 as steps
     union
    select r.customer_id, f.steps + 1
      from fall f
      join customers.relation r on r.other_id = f.customer_id and r.kind = 'parent'
     where customers.parent_of(r.customer_id, as_of) = f.customer_id
       and f.steps < 16
  )
  select distinct a.account_id
    from fall f
    join customers.account a on a.customer_id = f.customer_id
   where a.merged_into is null
$$;

create index document_by_order on invoices.document (account_id, order_number)
 where order_number is not null;

-- An order and what of it no invoice in the ledger holds yet: all of an open one, of a closed
-- one what went out and was not billed. An invoice that was taken back
-- as a whole is none; what was credited is to be billed again until the order is closed.
create view credit.open_order as
select o.account_id, o.order_id, o.number, o.ordered_on, o.currency, o.amount_minor,
       o.delivered_minor, greatest(o.invoiced_minor, coalesce(b.booked, 0)) as invoiced_minor,
       greatest(case o.state when 'open' then greatest(o.amount_minor, o.delivered_minor)
                             else o.delivered_minor end
                - greatest(o.invoiced_minor, coalesce(b.booked, 0)), 0) as open_minor,
       o.state, o.verdict, o.verdict_how, o.reasons, o.figures, o.held_at,
       o.forwarded_to, o.review_on,
       o.alerted_at
  from credit.sales_order o
  left join lateral (
         select sum(case d.kind when 'invoice' then 1 else -1 end
                    * (d.net_minor + d.tax_minor))::bigint as booked
           from invoices.document d
          where d.account_id   = o.account_id
            and d.order_number = o.number
            and d.kind         in ('invoice', 'credit_memo')
            and d.currency     = o.currency
            and not exists (select
                              from ledger.item i
                              join ledger.application p on p.account_id    = i.account_id
                                                       and p.debit_item_id = i.item_id
                              join ledger.item c on c.account_id = p.account_id
                                                and c.item_id    = p.credit_item_id
                             where i.account_id  = d.account_id
                               and i.document_id = d.document_id
                               and c.kind        = 'reversal')) b on true
 where o.state = 'open'
    or (o.state = 'closed' and o.delivered_minor > o.invoiced_minor);
-- What holds a place in the day: the account's orders that wait for somebody.
create view credit.hold_card as
select account_id, count(*)::integer as orders, min(held_at) as since,
       count(alerted_at)::integer as alerts
  from credit.sales_order
 where state = 'open'
   and (verdict = 'held' or alerted_at is not null)
 group by account_id;
create view credit.limit_card as
select distinct on (account_id, kind) account_id, kind, grant_id, amount_minor, currency, from_on,
       until_on, review_on, insurer, policy_number, recorded_at
  from credit.limit_grant
 order by account_id, kind, recorded_at desc, grant_id desc;
grant select on credit.open_order, credit.hold_card, credit.limit_card to dunlin_app;

-- What is asked for and not decided, so that it is not asked for twice.
create view approvals.open_request as
select r.kind, r.subject_key, r.expires_on
  from approvals.request r
 where not exists (select from approvals.request_end e where e.request_id = r.request_id);
grant select on approvals.open_request to dunlin_app;
