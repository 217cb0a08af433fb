-- Periods: what a company has closed, the calendar it closes by, and how a month is signed off.

-- A company's own calendar (4-4-5, 13 periods); where it has none, a period is a calendar month.
create table ledger.period (
  company_id  uuid        not null references team.company,
  name        text        not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$'
                                          and name !~ '^\d{4}-\d{2}$'),
  first_on    date        not null,
  last_on     date        not null check (last_on >= first_on),
  actor       text        not null,
  recorded_at timestamptz not null,
  primary key (company_id, name),
  constraint period_once unique (company_id, first_on)
);

-- Facts: a period was closed softly, closed for good, or opened again.
create table ledger.period_closing (
  company_id  uuid        not null references team.company,
  closing_id  uuid        not null,
  period      text        not null,
  first_on    date        not null,
  last_on     date        not null check (last_on >= first_on),
  act         text        not null check (act in ('soft_close', 'hard_close', 'reopen')),
  actor       text        not null check (actor <> ''),
  reason      text        not null check (reason <> ''),
  recorded_at timestamptz not null,
  primary key (company_id, closing_id)
);

-- Their projection, which posting reads: everything up to these days is closed. Periods are closed
-- in order, so two days say it all.
create table ledger.closed (
  company_id   uuid not null primary key references team.company,
  soft_through date not null,
  hard_through date check (hard_through <= soft_through)
);

grant select, insert on ledger.period, ledger.period_closing to dunlin_app;
grant select, insert, update on ledger.closed to dunlin_app;

-- What is closed, held as it is until the transaction ends: whoever posts takes the lock shared,
-- whoever closes takes it alone. The statements stand apart because the second must see what was
-- committed while the first waited.
create function ledger.hold_periods(of_company uuid, out soft_through date, out hard_through date)
language plpgsql
as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('ledger.closed ' || of_company, 0));
  select c.soft_through, c.hard_through
    into hold_periods.soft_through, hold_periods.hard_through
    from ledger.closed c
   where c.company_id = of_company;
end
$$;

-- The same lock, alone; false when postings that run now do not end within two seconds, so that
-- everybody else does not queue behind a closing that waits for a long import.
create function ledger.take_periods(of_company uuid)
returns boolean
language plpgsql
as $$
declare
  before text := current_setting('lock_timeout');
begin
  perform set_config('lock_timeout', '2s', true);
  perform pg_advisory_xact_lock(hashtextextended('ledger.closed ' || of_company, 0));
  perform set_config('lock_timeout', before, true);
  return true;
exception when lock_not_available then
  return false;
end
$$;

-- From the posting day to its entries: what was posted in a period or since.
create index entry_by_posting on ledger.entry (posted_on);
create index entry_posted_later on ledger.entry (posted_on) where posted_on > effective_on;

-- Published: what is closed.
create view ledger.closed_period as
select company_id, soft_through, hard_through from ledger.closed;
grant select on ledger.closed_period to dunlin_app;

-- Published: when and by whom a period was closed or opened again.
create view ledger.period_act as
select company_id, closing_id, period, first_on, last_on, act, actor, reason, recorded_at
  from ledger.period_closing;
grant select on ledger.period_act to dunlin_app;

-- Published: what each line of the control account adds to it, by the days of its entry.
create view ledger.control_line as
select a.company_id, l.account_id, l.entry_id, l.line_no, e.kind, e.effective_on, e.posted_on,
       e.recorded_at, e.actor, e.reason, l.currency,
       case when l.debit = 'ar' then l.amount_minor else -l.amount_minor end as amount_minor,
       case when l.debit = 'ar' then l.base_minor else -l.base_minor end as base_minor
  from ledger.line l
  join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
  join ledger.account a on a.account_id = l.account_id
 where 'ar' in (l.debit, l.credit);
grant select on ledger.control_line to dunlin_app;

-- Published: the control account at the end of a day, by company and currency: `effective` as the
-- aging counts it (to the cent, law 4), `posted` as the trial balance does. From what is open now
-- it takes what came later, so its cost grows with that and not with the history (law 3).
create function ledger.control_on(as_of date, known_at timestamptz)
returns table (company_id uuid, currency text, effective_minor bigint, effective_base_minor bigint,
               posted_minor bigint, posted_base_minor bigint)
language sql stable
as $$
  with parts as (
    select b.account_id, b.currency, sum(b.open_minor) as effective,
           sum(b.open_base_minor) as ebase, sum(b.open_minor) as posted,
           sum(b.open_base_minor) as pbase
      from ledger.item_balance b
     where b.closed_on = 'infinity'
     group by b.account_id, b.currency
     union all
    select l.account_id, l.currency,
           -sum(l.amount) filter (where e.effective_on > as_of or e.recorded_at > known_at),
           -sum(l.base) filter (where e.effective_on > as_of or e.recorded_at > known_at),
           -sum(l.amount), -sum(l.base)
      from (select account_id, entry_id, effective_on, recorded_at
              from ledger.entry
             where posted_on > as_of
                or recorded_at > known_at) e
      join (select x.account_id, x.entry_id, x.currency,
                   case when x.debit = 'ar' then x.amount_minor
                        else -x.amount_minor end as amount,
                   case when x.debit = 'ar' then x.base_minor else -x.base_minor end as base
              from ledger.line x
             where 'ar' in (x.debit, x.credit)) l
        on l.account_id = e.account_id and l.entry_id = e.entry_id
     group by l.account_id, l.currency
  )
  select a.company_id, p.currency, coalesce(sum(p.effective), 0)::bigint,
         coalesce(sum(p.ebase), 0)::bigint, coalesce(sum(p.posted), 0)::bigint,
         coalesce(sum(p.pbase), 0)::bigint
    from parts p
    join ledger.account a on a.account_id = p.account_id
   group by a.company_id, p.currency
$$;

-- Published: the trial balance of a stretch of days, by posting day: what stood before, what was
-- debited and credited, by account of the chart under the company's own number.
create function ledger.trial_balance(of_company uuid, first_on date, last_on date,
                                     known_at timestamptz)
returns table (chart_account text, external_number text, currency text, opening_minor bigint,
               debit_minor bigint, credit_minor bigint, opening_base_minor bigint,
               debit_base_minor bigint, credit_base_minor bigint)
language sql stable
as $$
  with booked as (
    select l.debit, l.credit, l.currency, e.posted_on >= first_on as within,
           sum(l.amount_minor) as amount, sum(l.base_minor) as base
      from ledger.line l
      join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
      join ledger.account a on a.account_id = l.account_id
     where a.company_id  = of_company
       and e.posted_on   <= last_on
       and e.recorded_at <= known_at
     group by l.debit, l.credit, l.currency, e.posted_on >= first_on
  ), sides as (
    select b.debit::text as account, b.currency, b.within, b.amount as debited, b.base as dbase,
           0 as credited, 0 as cbase
      from booked b
     union all
    select b.credit::text, b.currency, b.within, 0, 0, b.amount, b.base
      from booked b
  )
  select s.account, m.external_number, s.currency,
         coalesce(sum(s.debited - s.credited) filter (where not s.within), 0)::bigint,
         coalesce(sum(s.debited) filter (where s.within), 0)::bigint,
         coalesce(sum(s.credited) filter (where s.within), 0)::bigint,
         coalesce(sum(s.dbase - s.cbase) filter (where not s.within), 0)::bigint,
         coalesce(sum(s.dbase) filter (where s.within), 0)::bigint,
         coalesce(sum(s.cbase) filter (where s.within), 0)::bigint
    from sides s
    left join ledger.chart_mapping m on m.company_id = of_company
                                    and m.chart_account = s.account::ledger.chart_account
   group by s.account, m.external_number, s.currency
   order by s.account, s.currency
$$;

-- Published: an unrealised exchange difference stands outside the control account, under the
-- company's house account; what each line adds to it, in base minor units.
create view ledger.revaluation_line as
select l.account_id as company_id, l.account_id, l.entry_id, l.line_no, e.kind, e.effective_on,
       e.posted_on, e.recorded_at, l.currency,
       case when l.debit = 'ar-revaluation' then l.base_minor else -l.base_minor end as base_minor
  from ledger.line l
  join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
 where 'ar-revaluation' in (l.debit, l.credit);
grant select on ledger.revaluation_line to dunlin_app;

-- The month-end page's facts. `in_base`: the whole book in the company's base currency.
create table reports.gl_balance (
  company_id       uuid        not null references team.company,
  gl_balance_id    uuid        not null,
  period           text        not null,
  currency         text        not null,
  in_base          boolean     not null,
  amount_minor     bigint      not null,
  without_credits  boolean     not null,
  with_revaluation boolean     not null,
  note             text        not null,
  actor            text        not null,
  recorded_at      timestamptz not null,
  primary key (company_id, gl_balance_id)
);
create index gl_balance_by_period on reports.gl_balance (company_id, period);

create table reports.explanation (
  company_id     uuid        not null references team.company,
  explanation_id uuid        not null,
  period         text        not null,
  currency       text        not null,
  in_base        boolean     not null,
  amount_minor   bigint      not null check (amount_minor <> 0),
  note           text        not null check (note <> ''),
  actor          text        not null,
  recorded_at    timestamptz not null,
  primary key (company_id, explanation_id)
);
create index explanation_by_period on reports.explanation (company_id, period);

create table reports.explanation_end (
  company_id     uuid        not null,
  explanation_id uuid        not null,
  actor          text        not null,
  recorded_at    timestamptz not null,
  primary key (company_id, explanation_id),
  foreign key (company_id, explanation_id) references reports.explanation
);

-- A step of the checklist was ticked, or its tick taken back; the last one counts.
create table reports.checklist_tick (
  company_id  uuid        not null references team.company,
  tick_id     uuid        not null,
  period      text        not null,
  step        text        not null,
  done        boolean     not null,
  note        text        not null,
  actor       text        not null,
  recorded_at timestamptz not null,
  primary key (company_id, tick_id)
);
create index checklist_tick_by_period on reports.checklist_tick (company_id, period);

-- Signed: the figures as they were, and the moment that they were cut at.
create table reports.sign_off (
  company_id  uuid        not null references team.company,
  sign_off_id uuid        not null,
  period      text        not null,
  last_on     date        not null,
  known_at    timestamptz not null,
  figures     jsonb       not null,
  note        text        not null,
  actor       text        not null,
  recorded_at timestamptz not null,
  primary key (company_id, sign_off_id)
);
create index sign_off_by_period on reports.sign_off (company_id, period);

-- The steps of a company's own checklist; without one the standard list holds.
create table reports.checklist_step (
  company_id uuid     not null references team.company,
  position   smallint not null,
  step       text     not null check (step ~ '^[a-z0-9_]{1,40}$'),
  en         text     not null,
  es         text     not null,
  primary key (company_id, position),
  constraint checklist_step_once unique (company_id, step)
);

grant select, insert on reports.gl_balance, reports.explanation, reports.explanation_end,
      reports.checklist_tick, reports.sign_off to dunlin_app;
grant select, insert, delete on reports.checklist_step to dunlin_app;
