-- What comes next is kept: models, predictions, the cash forecast, and how wrong they were.

-- Published: payments of items from the day of the money and from the day they were known; what
-- an import brought was known at its source on its day.
create view ledger.clearing_history as
select a.account_id, a.debit_item_id as item_id, a.kind, a.amount_minor, a.effective_on,
       a.recorded_at,
       case when e.import_id is not null then a.effective_on
            else greatest(a.effective_on, (a.recorded_at at time zone 'UTC')::date)
             end as known_on
  from ledger.application a
  join ledger.entry e on e.account_id = a.account_id and e.entry_id = a.entry_id;
grant select on ledger.clearing_history to dunlin_app;

-- Published: holds of accounts by the days on which they stood.
create view credit.hold_history as
select h.account_id, h.effective_on, h.recorded_at, r.effective_on as ended_on,
       r.recorded_at as ended_at
  from credit.hold h
  left join credit.hold_release r on r.account_id = h.account_id and r.hold_id = h.hold_id;
grant select on credit.hold_history to dunlin_app;

-- Published: the instalments of plans in good standing, as last agreed.
create view promises.instalment_card as
select n.account_id, n.plan_id, i.no, i.due_on, i.amount_minor, n.next_no
  from promises.plan_now n
  join promises.plan_instalment i on i.account_id = n.account_id
                                 and i.plan_id = n.plan_id
                                 and i.version = n.version
 where n.state in ('signed', 'active', 'late')
   and n.next_no is not null
   and i.no >= n.next_no;
grant select on promises.instalment_card to dunlin_app;

-- Published: how an account's money came, receipt by receipt.
create view cash.method_history as
select distinct p.account_id, r.receipt_id, r.method, r.received_on
  from cash.posting p
  join cash.receipt r on r.receipt_id = p.receipt_id
 where r.amount_minor > 0;
grant select on cash.method_history to dunlin_app;

create schema forecast;
grant usage on schema forecast to dunlin_app;

-- A model as it was learnt: its weights never change, only what it is used for does.
create table forecast.model (
  model_id      uuid        not null,
  zone          text        not null,
  kind          text        not null check (kind in ('empirical', 'logistic', 'ensemble')),
  -- The last day whose facts taught it.
  trained_to    date        not null,
  -- The invoices it learnt from, and how many of them were paid by then.
  items         integer     not null check (items >= 0),
  paid          integer     not null check (paid between 0 and items),
  features_hash text        not null,
  weights       jsonb       not null,
  -- On weeks that it had not seen: beside the model that was live, invoice by invoice.
  back_test     jsonb       not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  reason        text        not null,
  primary key (model_id)
);
create index model_by_zone on forecast.model (zone, recorded_at desc);
grant select, insert on forecast.model to dunlin_app;

create table forecast.model_turn (
  model_id    uuid        not null references forecast.model,
  state       text        not null check (state in ('candidate', 'live', 'retired')),
  recorded_at timestamptz not null,
  why         text        not null,
  primary key (model_id, recorded_at)
);
grant select, insert on forecast.model_turn to dunlin_app;

-- A run predicts every open item of a zone; its parts are accounts in the order of their keys.
create table forecast.run (
  run_id      uuid        not null,
  zone        text        not null,
  -- The last day whose facts count, and the day on which the predictions were made.
  as_of       date        not null,
  made_on     date        not null,
  model_id    uuid        not null references forecast.model,
  accounts    integer     not null check (accounts >= 0),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (run_id)
);
create index run_by_zone on forecast.run (zone, recorded_at desc);
grant select, insert on forecast.run to dunlin_app;

create table forecast.run_part (
  run_id      uuid        not null references forecast.run,
  part_no     integer     not null check (part_no > 0),
  -- The last account of the part; the next part begins after it.
  through     uuid        not null,
  accounts    integer     not null,
  items       integer     not null,
  recorded_at timestamptz not null,
  primary key (run_id, part_no)
);
grant select, insert on forecast.run_part to dunlin_app;

create table forecast.run_end (
  run_id      uuid        not null references forecast.run,
  state       text        not null check (state in ('complete', 'cancelled')),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (run_id)
);
grant select, insert on forecast.run_end to dunlin_app;

-- A projection: the latest prediction of each item that was open when it was made.
create table forecast.prediction (
  account_id     uuid     not null,
  item_id        uuid     not null,
  run_id         uuid     not null,
  company_id     uuid     not null,
  currency       text     not null,
  open_minor     bigint   not null check (open_minor > 0),
  -- The part that is contested; it is expected on no day.
  disputed_minor bigint   not null check (disputed_minor between 0 and open_minor),
  due_on         date     not null,
  made_on        date     not null,
  p10_on         date     not null,
  p50_on         date     not null check (p50_on >= p10_on),
  p90_on         date     not null check (p90_on >= p50_on),
  p_late         real     not null check (p_late between 0 and 1),
  p_late30       real     not null check (p_late30 between 0 and 1),
  p_paid_30      real     not null check (p_paid_30 between 0 and 1),
  -- Ten-thousandths to be paid on each coming day, in the coming year after them, and never.
  days           smallint[] not null,
  later          smallint not null check (later between 0 and 10000),
  doubtful       smallint not null check (doubtful between 0 and 10000),
  -- What says so: habit, a promise, a plan.
  source         text     not null check (source in ('habit', 'promise', 'plan')),
  model          text     not null,
  low_history    boolean  not null,
  reasons        jsonb    not null,
  primary key (account_id, item_id)
);
create index prediction_by_company on forecast.prediction (company_id, currency, open_minor desc);
create index prediction_by_run on forecast.prediction (run_id);
grant select, insert, update, delete on forecast.prediction to dunlin_app;

-- One prediction a week of each item, kept to be held against what came.
create table forecast.kept_prediction (
  account_id uuid not null,
  item_id    uuid not null,
  made_on    date not null,
  zone       text not null,
  due_on     date not null,
  p10_on     date not null,
  p50_on     date not null,
  p90_on     date not null,
  p_late     real not null,
  p_late30   real not null,
  source     text not null,
  primary key (account_id, item_id, made_on)
);
create index kept_prediction_by_end on forecast.kept_prediction (zone, p90_on);
create index kept_prediction_by_due on forecast.kept_prediction (zone, due_on);
grant select, insert on forecast.kept_prediction to dunlin_app;

-- What a day's judging found, as sums, so that weeks add up.
create table forecast.score (
  zone         text        not null,
  scored_on    date        not null,
  -- Intervals that ended, those that held the day, and the days missed in the middle.
  intervals    integer     not null check (intervals >= 0),
  covered      integer     not null check (covered between 0 and intervals),
  missed_days  integer     not null check (missed_days >= 0),
  pinball      real        not null check (pinball >= 0),
  lates        integer     not null check (lates >= 0),
  late_brier   real        not null check (late_brier >= 0),
  lates30      integer     not null check (lates30 >= 0),
  late30_brier real        not null check (late30_brier >= 0),
  how          text        not null check (how in ('live', 'back_test')),
  recorded_at  timestamptz not null,
  primary key (zone, scored_on, how)
);
grant select, insert on forecast.score to dunlin_app;

-- What a run's parts expect; added up and emptied when the run is complete.
create table forecast.cash_piece (
  run_id     uuid    not null,
  part_no    integer not null,
  company_id uuid    not null,
  currency   text    not null,
  source     text    not null,
  -- Null: later than the days that are told apart.
  on_day     date,
  -- Ten-thousandths of the minor unit.
  units      numeric not null
);
create index cash_piece_by_run on forecast.cash_piece (run_id, part_no);
grant select, insert, delete on forecast.cash_piece to dunlin_app;

-- How far the weeks of a part may be off while customers pay apart from each other.
create table forecast.spread_piece (
  run_id     uuid     not null,
  part_no    integer  not null,
  company_id uuid     not null,
  currency   text     not null,
  -- The first of the thirteen weeks is 0.
  week       smallint not null,
  variance   double precision not null
);
create index spread_piece_by_run on forecast.spread_piece (run_id, part_no);
grant select, insert, delete on forecast.spread_piece to dunlin_app;

create table forecast.cash_day (
  run_id     uuid    not null references forecast.run,
  company_id uuid    not null,
  currency   text    not null,
  source     text    not null check (source in ('habit', 'promise', 'plan', 'later',
                                                'doubtful', 'disputed')),
  -- The day as of which the run is stands for what has no day.
  on_day     date    not null,
  units      numeric not null check (units >= 0),
  primary key (run_id, company_id, currency, source, on_day)
);
grant select, insert on forecast.cash_day to dunlin_app;

create table forecast.week (
  run_id         uuid     not null references forecast.run,
  company_id     uuid     not null,
  currency       text     not null,
  week_start     date     not null,
  ahead          smallint not null check (ahead between 1 and 13),
  expected_minor bigint   not null,
  p10_minor      bigint   not null,
  p50_minor      bigint   not null,
  p90_minor      bigint   not null,
  -- Of the customers, each apart from the others; what all share stands with the model.
  variance       double precision not null,
  primary key (run_id, company_id, currency, week_start)
);
grant select, insert on forecast.week to dunlin_app;

-- A week that ended, beside what was forecast of it, so many weeks ahead.
create table forecast.week_result (
  zone           text        not null,
  company_id     uuid        not null,
  currency       text        not null,
  made_on        date        not null,
  week_start     date        not null,
  ahead          smallint    not null check (ahead between 1 and 13),
  expected_minor bigint      not null,
  p10_minor      bigint      not null,
  p90_minor      bigint      not null,
  actual_minor   bigint      not null,
  how            text        not null check (how in ('live', 'back_test')),
  recorded_at    timestamptz not null,
  primary key (company_id, currency, made_on, week_start, how)
);
create index week_result_by_zone on forecast.week_result (zone, week_start);
grant select, insert on forecast.week_result to dunlin_app;

-- A projection: how each account pays, and how that has changed.
create table forecast.behaviour (
  account_id uuid  not null,
  run_id     uuid  not null,
  made_on    date  not null,
  facts      jsonb not null,
  primary key (account_id)
);
grant select, insert, update, delete on forecast.behaviour to dunlin_app;

-- Early warnings: raised once, answered by a person or gone by itself.
create table forecast.alert (
  account_id  uuid        not null,
  alert_id    uuid        not null,
  kind        text        not null check (kind in ('slower', 'skipped', 'silent',
                                                   'breaks_promises')),
  raised_on   date        not null,
  facts       jsonb       not null,
  recorded_at timestamptz not null,
  primary key (account_id, alert_id)
);
create index alert_by_day on forecast.alert (raised_on desc);
grant select, insert on forecast.alert to dunlin_app;

create table forecast.alert_end (
  account_id  uuid        not null,
  alert_id    uuid        not null,
  state       text        not null check (state in ('acknowledged', 'over')),
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, alert_id),
  foreign key (account_id, alert_id) references forecast.alert
);
grant select, insert on forecast.alert_end to dunlin_app;

create view forecast.model_now as
select m.model_id, m.zone, m.kind, m.trained_to, m.items, m.paid, m.features_hash, m.weights,
       m.back_test, m.recorded_at, t.state, t.recorded_at as turned_at, t.why
  from forecast.model m
  join lateral (select x.state, x.recorded_at, x.why
                  from forecast.model_turn x
                 where x.model_id = m.model_id
                 order by x.recorded_at desc
                 limit 1) t on true;
grant select on forecast.model_now to dunlin_app;

create view forecast.latest_run as
select distinct on (r.zone) r.zone, r.run_id, r.as_of, r.made_on, r.model_id, e.recorded_at
  from forecast.run r
  join forecast.run_end e on e.run_id = r.run_id and e.state = 'complete'
 order by r.zone, e.recorded_at desc;
grant select on forecast.latest_run to dunlin_app;

-- Published: when each open item will be paid, as last predicted. Join it with open items: what
-- was paid since the night is still in it.
create view forecast.item_prediction as
select p.account_id, p.item_id, p.company_id, p.currency, p.open_minor, p.disputed_minor,
       p.made_on, p.p10_on, p.p50_on, p.p90_on, p.p_late, p.p_late30, p.p_paid_30, p.source,
       p.model, p.low_history, p.reasons
  from forecast.prediction p;
grant select on forecast.item_prediction to dunlin_app;

-- Published: the cash of thirteen weeks as last forecast, by company and currency.
create view forecast.cash_week as
select w.company_id, w.currency, w.week_start, w.ahead, w.expected_minor, w.p10_minor,
       w.p50_minor, w.p90_minor, r.made_on
  from forecast.latest_run r
  join forecast.week w on w.run_id = r.run_id;
grant select on forecast.cash_week to dunlin_app;

-- Published: weeks that ended beside what was forecast of them.
create view forecast.week_record as
select w.company_id, w.currency, w.made_on, w.week_start, w.ahead, w.expected_minor,
       w.p10_minor, w.p90_minor, w.actual_minor, w.how
  from forecast.week_result w;
grant select on forecast.week_record to dunlin_app;

-- Published: early warnings that nobody has answered yet.
create view forecast.open_alert as
select a.account_id, a.alert_id, a.kind, a.raised_on, a.facts, a.recorded_at
  from forecast.alert a
 where not exists (select from forecast.alert_end e
                    where e.account_id = a.account_id and e.alert_id = a.alert_id);
grant select on forecast.open_alert to dunlin_app;
