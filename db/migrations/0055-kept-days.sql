-- Figures at scale: what a company's days came to as known at a moment, and what was known later.

-- Published: what moved what is open, an item or a part of it applied, on the day it counts from;
-- items apply to nothing before their own day, so that a day's book is the sum of its changes.
create function ledger.changes(from_on date, through_on date, after timestamptz, until timestamptz)
returns table (account_id uuid, currency text, aged boolean, issued_on date, due_on date,
               on_day date, minor bigint)
language sql stable as $$
  select i.account_id, i.currency, i.side = 1 and i.kind not in ('refund', 'reversal', 'transfer'),
         i.issued_on, i.due_on, i.effective_on, i.side * i.amount_minor
    from ledger.item i
   where i.effective_on between from_on and through_on
     and i.recorded_at > after
     and i.recorded_at <= until
   union all
  select d.account_id, d.currency, d.kind not in ('refund', 'reversal', 'transfer'),
         d.issued_on, d.due_on, a.effective_on, -a.amount_minor
    from ledger.application a
    join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
   where a.effective_on between from_on and through_on
     and a.recorded_at > after
     and a.recorded_at <= until
   union all
  select c.account_id, c.currency, false, c.issued_on, c.due_on, a.effective_on, a.amount_minor
    from ledger.application a
    join ledger.item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
   where a.effective_on between from_on and through_on
     and a.recorded_at > after
     and a.recorded_at <= until
$$;

-- Published: whether so much became known since that reading it costs what it should save.
create function ledger.much_known_since(after timestamptz, most bigint) returns boolean
language sql stable as $$
  select (select count(*) from (select from ledger.item i
                                 where i.recorded_at > after limit most) x)
       + (select count(*) from (select from ledger.application a
                                 where a.recorded_at > after limit most) x) >= most
$$;

-- Which days are kept, and the moment as known at which they all are. It may be built anew from
-- the facts at any time; what became known later is added by whoever asks.
create table metrics.kept_book (
  is_only    boolean     primary key default true check (is_only),
  known_at   timestamptz not null,
  from_on    date        not null,
  through_on date        not null,
  constraint kept_in_order check (from_on <= through_on)
);
create table metrics.kept_day (
  company_id uuid not null references team.company,
  currency   text not null check (currency ~ '^[A-Z]{3}$'),
  on_day     date not null,
  -- Sums by name in minor units, or in minor units × days; a name that is missing is nothing.
  standing   jsonb not null,
  flow       jsonb not null,
  primary key (company_id, currency, on_day)
);
grant select, insert, update, delete on metrics.kept_book, metrics.kept_day to dunlin_app;
