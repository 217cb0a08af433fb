-- Payment plans and settlements: a debt taken in parts, or for less, keeps its terms, its
-- signature and every state it was in, and what it covers is not dunned meanwhile.

create table promises.plan (
  account_id           uuid        not null references ledger.account,
  plan_id              uuid        not null,
  currency             text        not null,
  covered_minor        bigint      not null check (covered_minor > 0),
  down_minor           bigint      not null check (down_minor >= 0),
  fee_minor            bigint      not null check (fee_minor >= 0),
  apr_pct              text        not null,
  frequency            text        not null check (frequency in ('weekly', 'biweekly', 'monthly',
                                                                 'custom')),
  is_business          boolean     not null,
  -- Of the customer when it was offered: a law of the state may want a written copy.
  state_code           text        not null,
  grace_days           smallint    not null check (grace_days >= 0),
  default_after_missed smallint    not null check (default_after_missed > 0),
  cure_days            smallint    not null check (cure_days >= 0),
  disclosure           jsonb       not null,
  -- The least role that had to agree; null where whoever offered it might alone.
  needs_role           text,
  offered_to           text        not null,
  made_on              date        not null,
  recorded_at          timestamptz not null,
  actor                text        not null,
  reason               text        not null,
  primary key (account_id, plan_id)
);
-- What the plan is for: debts, and the fee and the interest that it charges itself.
create table promises.plan_item (
  account_id    uuid        not null,
  plan_id       uuid        not null,
  item_id       uuid        not null,
  covered_minor bigint      not null check (covered_minor > 0),
  kind          text        not null check (kind in ('debt', 'fee', 'interest')),
  -- The instalment whose interest it is.
  no            smallint,
  recorded_at   timestamptz not null,
  primary key (account_id, plan_id, item_id),
  foreign key (account_id, plan_id) references promises.plan,
  foreign key (account_id, item_id) references ledger.item
);
create index plan_item_by_item on promises.plan_item (item_id);
-- The schedule: each change is a version more, and the old ones stand.
create table promises.plan_version (
  account_id   uuid        not null,
  plan_id      uuid        not null,
  version      smallint    not null check (version > 0),
  kind         text        not null check (kind in ('offer', 'amendment', 'catch_up')),
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, plan_id, version),
  foreign key (account_id, plan_id) references promises.plan
);
create table promises.plan_instalment (
  account_id      uuid     not null,
  plan_id         uuid     not null,
  version         smallint not null,
  no              smallint not null check (no >= 0),
  due_on          date     not null,
  -- Never overwritten by a later version.
  first_due_on    date     not null,
  amount_minor    bigint   not null check (amount_minor > 0),
  interest_minor  bigint   not null check (interest_minor >= 0),
  primary key (account_id, plan_id, version, no),
  foreign key (account_id, plan_id, version) references promises.plan_version
);
-- The agreement as it was signed, in each language, byte for byte.
create table promises.plan_document (
  account_id  uuid        not null,
  plan_id     uuid        not null,
  version     smallint    not null,
  language    text        not null,
  sha256      text        not null,
  content     bytea       not null,
  recorded_at timestamptz not null,
  primary key (account_id, plan_id, version, language),
  foreign key (account_id, plan_id, version) references promises.plan_version
);
create table promises.plan_signature (
  account_id  uuid        not null,
  plan_id     uuid        not null,
  version     smallint    not null,
  how         text        not null check (how in ('typed', 'wet')),
  name        text        not null,
  language    text        not null,
  -- Of the document that was signed.
  sha256      text        not null,
  ip          text        not null,
  user_agent  text        not null,
  copy_name   text,
  copy        bytea       check (how <> 'wet' or copy is not null),
  copy_sha256 text,
  signed_on   date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, plan_id, version),
  foreign key (account_id, plan_id, version) references promises.plan_version
);
-- The written copy went to the customer.
create table promises.plan_copy (
  account_id  uuid        not null,
  plan_id     uuid        not null,
  sent_on     date        not null,
  how         text        not null check (how in ('email', 'mail', 'by_hand')),
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, plan_id, recorded_at),
  foreign key (account_id, plan_id) references promises.plan
);
-- A state is a fact; a corrected one is a row more, and both stand.
create table promises.plan_verdict (
  account_id     uuid        not null,
  plan_id        uuid        not null,
  verdict_id     uuid        not null,
  state          text        not null check (state in ('offered', 'signed', 'active', 'late',
                                                       'breached', 'completed', 'cancelled')),
  effective_on   date        not null,
  cure_until     date,
  paid_minor     bigint      not null check (paid_minor >= 0),
  missed         smallint    not null check (missed >= 0),
  past_due_minor bigint      not null check (past_due_minor >= 0),
  recorded_at    timestamptz not null,
  actor          text        not null,
  reason         text        not null,
  primary key (account_id, plan_id, verdict_id),
  foreign key (account_id, plan_id) references promises.plan
);
-- Where each plan stands now.
create table promises.plan_now (
  account_id      uuid        not null,
  plan_id         uuid        not null,
  version         smallint    not null,
  state           text        not null,
  state_on        date        not null,
  cure_until      date,
  -- Null: nobody had to; otherwise granted or still to be.
  approved        boolean     not null,
  total_minor     bigint      not null,
  paid_minor      bigint      not null,
  missed          smallint    not null,
  past_due_minor  bigint      not null,
  next_no         smallint,
  next_due_on     date,
  next_minor      bigint,
  changed_at      timestamptz not null,
  primary key (account_id, plan_id),
  foreign key (account_id, plan_id) references promises.plan
);
create index plan_now_by_state on promises.plan_now (state, next_due_on);
create table promises.plan_approval (
  account_id  uuid        not null,
  plan_id     uuid        not null,
  version     smallint    not null,
  request_id  uuid        not null,
  granted     boolean     not null,
  recorded_at timestamptz not null,
  primary key (account_id, plan_id, request_id),
  foreign key (account_id, plan_id) references promises.plan
);
-- Leave to take the instalments from a bank account; never a card's number.
create table promises.mandate (
  account_id    uuid        not null,
  mandate_id    uuid        not null,
  plan_id       uuid        not null,
  method        text        not null check (method in ('ach', 'card')),
  institution   text        not null,
  last_four     text        not null check (last_four ~ '^[0-9]{4}$'),
  given_by      text        not null,
  given_on      date        not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  primary key (account_id, mandate_id),
  foreign key (account_id, plan_id) references promises.plan
);
create table promises.mandate_end (
  account_id  uuid        not null,
  mandate_id  uuid        not null,
  ended_on    date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, mandate_id),
  foreign key (account_id, mandate_id) references promises.mandate
);
-- Debts that are aged anew; the day on which each was first due stays where it is.
create table promises.reage (
  account_id  uuid        not null,
  plan_id     uuid        not null,
  aged_from   date        not null,
  consecutive smallint    not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, plan_id, recorded_at),
  foreign key (account_id, plan_id) references promises.plan
);

create table promises.settlement (
  account_id    uuid        not null references ledger.account,
  settlement_id uuid        not null,
  currency      text        not null,
  balance_minor bigint      not null check (balance_minor > 0),
  offer_minor   bigint      not null check (offer_minor > 0 and offer_minor < balance_minor),
  pay_by        date        not null,
  offered_to    text        not null,
  needs_role    text,
  made_on       date        not null check (pay_by >= made_on),
  recorded_at   timestamptz not null,
  actor         text        not null,
  reason        text        not null,
  primary key (account_id, settlement_id)
);
create table promises.settlement_item (
  account_id    uuid   not null,
  settlement_id uuid   not null,
  item_id       uuid   not null,
  covered_minor bigint not null check (covered_minor > 0),
  primary key (account_id, settlement_id, item_id),
  foreign key (account_id, settlement_id) references promises.settlement,
  foreign key (account_id, item_id) references ledger.item
);
create table promises.settlement_verdict (
  account_id    uuid        not null,
  settlement_id uuid        not null,
  verdict_id    uuid        not null,
  state         text        not null check (state in ('asked', 'open', 'fulfilled', 'void_late',
                                                      'withdrawn', 'refused')),
  effective_on  date        not null,
  paid_minor    bigint      not null check (paid_minor >= 0),
  waived_minor  bigint      not null check (waived_minor >= 0),
  request_id    uuid,
  recorded_at   timestamptz not null,
  actor         text        not null,
  reason        text        not null,
  primary key (account_id, settlement_id, verdict_id),
  foreign key (account_id, settlement_id) references promises.settlement
);
create table promises.settlement_now (
  account_id    uuid        not null,
  settlement_id uuid        not null,
  state         text        not null,
  state_on      date        not null,
  paid_minor    bigint      not null,
  waived_minor  bigint      not null,
  changed_at    timestamptz not null,
  primary key (account_id, settlement_id),
  foreign key (account_id, settlement_id) references promises.settlement
);
create index settlement_now_by_state on promises.settlement_now (state);

grant select, insert on promises.plan, promises.plan_item, promises.plan_version,
      promises.plan_instalment, promises.plan_document, promises.plan_signature,
      promises.plan_copy, promises.plan_verdict, promises.plan_approval, promises.mandate,
      promises.mandate_end, promises.reage, promises.settlement, promises.settlement_item,
      promises.settlement_verdict to dunlin_app;
grant select, insert, update on promises.plan_now, promises.settlement_now to dunlin_app;

-- Published: plans with where they stand. In good standing nobody asks for what they cover.
create view promises.plan_card as
select p.account_id, p.plan_id, n.state, n.state_on, p.currency, p.made_on, n.total_minor,
       n.paid_minor, n.past_due_minor, n.missed, n.next_no, n.next_due_on,
       n.next_minor as next_amount_minor, n.cure_until, n.changed_at,
       n.state in ('signed', 'active', 'late') as in_good_standing,
       array(select i.item_id
               from promises.plan_item i
              where i.account_id = p.account_id
                and i.plan_id    = p.plan_id
              order by i.item_id) as item_ids
  from promises.plan p
  join promises.plan_now n on n.account_id = p.account_id and n.plan_id = p.plan_id;

-- Published: items that nobody asks for: on a plan in good standing, or in a settlement that
-- stands.
create view promises.planned_item as
select i.account_id, i.item_id, i.plan_id as arrangement_id, 'plan' as kind,
       n.next_due_on as next_on
  from promises.plan_now n
  join promises.plan_item i on i.account_id = n.account_id and i.plan_id = n.plan_id
 where n.state in ('signed', 'active', 'late')
 union all
select i.account_id, i.item_id, i.settlement_id, 'settlement', s.pay_by
  from promises.settlement_now n
  join promises.settlement s on s.account_id = n.account_id
                            and s.settlement_id = n.settlement_id
  join promises.settlement_item i on i.account_id = n.account_id
                                 and i.settlement_id = n.settlement_id
 where n.state = 'open';

grant select on promises.plan_card, promises.planned_item to dunlin_app;

-- Published: the same on a day, as known at a moment.
create function promises.planned_items_known(as_of date, known_at timestamptz)
returns table (account_id uuid, item_id uuid, kind text)
language sql stable
as $$
  select i.account_id, i.item_id, 'plan'
    from promises.plan_item i
    join lateral (select v.state
                    from promises.plan_verdict v
                   where v.account_id = i.account_id
                     and v.plan_id = i.plan_id
                     and v.effective_on <= as_of
                     and v.recorded_at <= known_at
                   order by v.verdict_id desc
                   limit 1) v on v.state in ('signed', 'active', 'late')
   where i.recorded_at <= known_at
   union all
  select i.account_id, i.item_id, 'settlement'
    from promises.settlement_item i
    join lateral (select v.state
                    from promises.settlement_verdict v
                   where v.account_id = i.account_id
                     and v.settlement_id = i.settlement_id
                     and v.effective_on <= as_of
                     and v.recorded_at <= known_at
                   order by v.verdict_id desc
                   limit 1) v on v.state = 'open'
$$;
