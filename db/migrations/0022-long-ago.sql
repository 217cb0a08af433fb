-- What a past day costs: of a day long ago only its own items are undone, of one account its own.

-- So much has been applied since that it is cheaper to find the items of the day first.
create function ledger.much_since(as_of date) returns boolean
language sql stable
as $$
  select count(*) = 20000
    from (select from ledger.application a
           where a.effective_on > as_of
           limit 20000) later
$$;

-- The rows of ledger.open_items_on, sooner when much has been applied since.
create function ledger.open_items_long_ago(as_of date)
returns table (account_id uuid, item_id uuid, kind text, side smallint, currency text,
               issued_on date, due_on date, amount_minor bigint, base_minor bigint,
               open_minor bigint, open_base_minor bigint, aged boolean)
language sql stable
as $$
  with there as materialized (
    select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
           b.amount_minor, b.base_minor, b.open_minor, b.open_base_minor
      from ledger.item_balance b
     where b.closed_on > as_of
       and b.effective_on <= as_of
  ), undone as (
    select m.item_id, sum(m.amount)::bigint as amount, sum(m.base)::bigint as base
      from (select a.debit_item_id as item_id, a.amount_minor as amount,
                   a.debit_base_minor as base
              from ledger.application a
             where a.effective_on > as_of
               and a.debit_item_id in (select t.item_id from there t)
             union all
            select a.credit_item_id, -a.amount_minor, -a.credit_base_minor
              from ledger.application a
             where a.effective_on > as_of
               and a.credit_item_id in (select t.item_id from there t)) m
     group by m.item_id
  )
  select t.account_id, t.item_id, t.kind, t.side, t.currency, t.issued_on, t.due_on,
         t.amount_minor, t.base_minor,
         t.open_minor + coalesce(u.amount, 0), t.open_base_minor + coalesce(u.base, 0),
         t.side = 1 and t.kind not in ('refund', 'reversal', 'transfer')
    from there t
    left join undone u on u.item_id = t.item_id
   where t.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- The rows of ledger.open_items_on that one account has.
create function ledger.account_items_on(of_account uuid, as_of date)
returns table (account_id uuid, item_id uuid, kind text, side smallint, currency text,
               issued_on date, due_on date, amount_minor bigint, base_minor bigint,
               open_minor bigint, open_base_minor bigint, aged boolean)
language sql stable
as $$
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor, b.base_minor,
         b.open_minor + coalesce(u.amount, 0), b.open_base_minor + coalesce(u.base, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join (select m.item_id, sum(m.amount)::bigint as amount, sum(m.base)::bigint as base
                 from (select a.debit_item_id as item_id, a.amount_minor as amount,
                              a.debit_base_minor as base
                         from ledger.application a
                        where a.account_id = of_account
                          and a.effective_on > as_of
                        union all
                       select a.credit_item_id, -a.amount_minor, -a.credit_base_minor
                         from ledger.application a
                        where a.account_id = of_account
                          and a.effective_on > as_of) m
                group by m.item_id) u on u.item_id = b.item_id
   where b.account_id = of_account
     and b.closed_on > as_of
     and b.effective_on <= as_of
     and b.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- One account's facts of a time, whatever its history: the largest has one in thirty of the book.
create index application_by_account_day on ledger.application (account_id, effective_on);
create index item_by_account_day on ledger.item (account_id, effective_on);
create index item_balance_by_account on ledger.item_balance (account_id, closed_on);
