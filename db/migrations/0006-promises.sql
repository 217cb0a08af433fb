-- Promises to pay: what was said, and every verdict on it.
create schema promises;
grant usage on schema promises to dunlin_app;

create table promises.promise (
  account_id   uuid        not null references ledger.account,
  promise_id   uuid        not null,
  currency     text     not null,
  amount_minor bigint      not null check (amount_minor > 0),
  made_on      date        not null,
  due_on       date        not null check (due_on >= made_on),
  last_day     date        not null check (last_day >= due_on),
  tolerance_minor bigint   not null check (tolerance_minor >= 0),
  said_by      text        not null,
  method       text,
  level        smallint    not null check (level > 0),
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, promise_id)
);
create table promises.promised_item (
  account_id uuid not null,
  promise_id uuid not null,
  item_id    uuid not null,
  primary key (account_id, promise_id, item_id),
  foreign key (account_id, promise_id) references promises.promise,
  foreign key (account_id, item_id) references ledger.item
);
-- A verdict is a fact; a corrected one is a new row, and both stand. The state `open` says how
-- much has come in so far, or that money which had kept the promise went back in time.
create table promises.verdict (
  account_id     uuid        not null,
  promise_id     uuid        not null,
  effective_on   date        not null,
  recorded_at    timestamptz not null,
  state          text        not null check (state in ('open', 'kept', 'partly', 'broken',
                                                       'superseded', 'withdrawn')),
  received_minor bigint      not null check (received_minor >= 0),
  replaced_by    uuid,
  actor          text        not null,
  reason         text        not null,
  primary key (account_id, promise_id, recorded_at),
  foreign key (account_id, promise_id) references promises.promise
);
-- Where each promise stands now.
create table promises.promise_now (
  account_id     uuid   not null,
  promise_id     uuid   not null,
  state          text   not null,
  state_on       date   not null,
  changed_at     timestamptz not null,
  received_minor bigint not null,
  due_on         date   not null,
  last_day       date   not null,
  primary key (account_id, promise_id),
  foreign key (account_id, promise_id) references promises.promise
);
create index promise_now_by_state on promises.promise_now (state, due_on);

grant select, insert on promises.promise, promises.promised_item, promises.verdict to dunlin_app;
grant select, insert, update on promises.promise_now to dunlin_app;

-- Published: promises with where they stand.
create view promises.promise_card as
select p.account_id, p.promise_id, p.currency, p.amount_minor, p.made_on, p.due_on, p.last_day,
       p.level, n.state, n.state_on, n.received_minor, n.changed_at
  from promises.promise p
  join promises.promise_now n on n.account_id = p.account_id and n.promise_id = p.promise_id;
grant select on promises.promise_card to dunlin_app;

-- Published: promises as they stood on a day, as known at a moment.
create function promises.promises_known(as_of date, known_at timestamptz)
returns table (account_id uuid, promise_id uuid, currency text, amount_minor bigint, made_on date,
               due_on date, last_day date, state text, received_minor bigint)
language sql stable
as $$
  select p.account_id, p.promise_id, p.currency, p.amount_minor, p.made_on, p.due_on, p.last_day,
         coalesce(v.state, 'open'), coalesce(v.received_minor, 0)
    from promises.promise p
    left join lateral (select x.state, x.received_minor
                         from promises.verdict x
                        where x.account_id = p.account_id
                          and x.promise_id = p.promise_id
                          and x.effective_on <= as_of
                          and x.recorded_at <= known_at
                        order by x.recorded_at desc
                        limit 1) v on true
   where p.made_on <= as_of
     and p.recorded_at <= known_at
$$;

-- Published: the items that a promise was given for.
create view promises.named_item as
select account_id, promise_id, item_id from promises.promised_item;
grant select on promises.named_item to dunlin_app;

-- Published: when a promise was last made or judged.
create view promises.latest_recording as
select greatest((select max(recorded_at) from promises.promise),
                (select max(recorded_at) from promises.verdict)) as recorded_at;
grant select on promises.latest_recording to dunlin_app;
