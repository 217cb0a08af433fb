-- Days are kept by cells, so that figures of a collector, a team or a segment need no history.

-- What is kept can be built from the facts at any time, so nothing is carried over.
drop table metrics.kept_day;
drop table metrics.kept_book;

-- Which days are kept, and the moment as known at which they all are. Whoever reads several
-- times compares the revision, so that it never adds what is of two different moments.
create table metrics.kept_book (
  is_only    boolean     primary key default true check (is_only),
  known_at   timestamptz not null,
  from_on    date        not null,
  through_on date        not null,
  -- False while it is built: accounts that are not placed yet are missing from it.
  is_whole   boolean     not null,
  revision   bigint      not null,
  constraint kept_in_order check (from_on <= through_on)
);
-- Accounts that are kept together: of one company, one owner, one segment.
create table metrics.kept_cell (
  cell_id    uuid primary key,
  company_id uuid not null references team.company,
  owner_id   uuid,
  segment    text,
  constraint kept_cell_once unique nulls not distinct (company_id, owner_id, segment)
);
-- Where an account is kept; it stays there until it is placed anew, whoever owns it meanwhile.
-- An account that is missing here had no facts at the moment of the book.
create table metrics.kept_account (
  account_id uuid primary key,
  cell_id    uuid not null references metrics.kept_cell
);
create index kept_account_by_cell on metrics.kept_account (cell_id);
create table metrics.kept_day (
  cell_id  uuid not null references metrics.kept_cell,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  on_day   date not null,
  -- Sums by name in minor units, or in minor units × days; a name that is missing is nothing.
  standing jsonb not null,
  sales    bigint not null,
  cash     bigint not null,
  primary key (cell_id, currency, on_day)
);
create index kept_day_by_day on metrics.kept_day (currency, on_day) include (cell_id, sales, cash);
grant select, insert, update, delete
   on metrics.kept_book, metrics.kept_cell, metrics.kept_account, metrics.kept_day to dunlin_app;

-- Sums by name added to each other; what comes to nothing is left out.
create function metrics.added(one jsonb, other jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(s.name, s.sum), '{}')
    from (select e.name, sum(e.amount::bigint)::text as sum
            from (select * from jsonb_each_text(one)
                   union all
                  select * from jsonb_each_text(other)) e (name, amount)
           group by e.name
          having sum(e.amount::bigint) <> 0) s
$$;

-- Published: the moment by which the next facts became known; `until` when they are fewer.
create function ledger.moment_after(after timestamptz, until timestamptz, facts bigint)
returns timestamptz language sql stable as $$
  select coalesce((select x.recorded_at
                     from (select i.recorded_at from ledger.item i
                            where i.recorded_at > after and i.recorded_at <= until
                            union all
                           select a.recorded_at from ledger.application a
                            where a.recorded_at > after and a.recorded_at <= until) x
                    order by x.recorded_at
                   offset facts - 1
                    limit 1), until)
$$;

-- Published: what moved what is open on some accounts, as ledger.changes, found by account.
create function ledger.changes_of(accounts uuid[], after timestamptz, until timestamptz)
returns table (account_id uuid, currency text, aged boolean, issued_on date, due_on date,
               on_day date, minor bigint)
language sql stable as $$
  select i.account_id, i.currency, i.side = 1 and i.kind not in ('refund', 'reversal', 'transfer'),
         i.issued_on, i.due_on, i.effective_on, i.side * i.amount_minor
    from ledger.item i
   where i.account_id = any(accounts)
     and i.recorded_at > after
     and i.recorded_at <= until
   union all
  select a.account_id, d.currency, d.kind not in ('refund', 'reversal', 'transfer'),
         d.issued_on, d.due_on, a.effective_on, -a.amount_minor
    from ledger.application a
    join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
   where a.account_id = any(accounts)
     and d.account_id = any(accounts)
     and a.recorded_at > after
     and a.recorded_at <= until
   union all
  select a.account_id, c.currency, false, c.issued_on, c.due_on, a.effective_on, a.amount_minor
    from ledger.application a
    join ledger.item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
   where a.account_id = any(accounts)
     and c.account_id = any(accounts)
     and a.recorded_at > after
     and a.recorded_at <= until
$$;
