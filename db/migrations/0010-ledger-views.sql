-- What other areas read of the ledger: open items of any day, money received, what it is called.
-- Published: open(item, asOf) as known now. `aged`: what is owed to us and so stands in a bucket;
-- the rest is money (receipts, and what went back out of them) and stands in the unapplied column.
-- Undoes what is effective later, so its cost grows with the book open on that day plus what has
-- changed since, not with the history (law 3).
create function ledger.open_items_on(as_of date)
returns table (account_id uuid, item_id uuid, kind text, side smallint, currency text,
               issued_on date, due_on date, amount_minor bigint, base_minor bigint,
               open_minor bigint, open_base_minor bigint, aged boolean)
language sql stable
as $$
  with later as (
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor, a.debit_base_minor,
           a.credit_base_minor
      from ledger.application a
     where a.effective_on > as_of
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount, sum(u.base)::bigint as base
      from (select l.debit_item_id as item_id, l.amount_minor as amount, l.debit_base_minor as base
              from later l
             union all
            select l.credit_item_id, -l.amount_minor, -l.credit_base_minor
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor, b.base_minor,
         b.open_minor + coalesce(u.amount, 0), b.open_base_minor + coalesce(u.base, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.closed_on > as_of
     and b.effective_on <= as_of
     and b.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- The same, as known at a moment: what was recorded later is undone too.
create function ledger.open_items_known(as_of date, known_at timestamptz)
returns table (account_id uuid, item_id uuid, kind text, side smallint, currency text,
               issued_on date, due_on date, amount_minor bigint, base_minor bigint,
               open_minor bigint, open_base_minor bigint, aged boolean)
language sql stable
as $$
  with later as (
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor, a.debit_base_minor,
           a.credit_base_minor
      from ledger.application a
     where a.effective_on > as_of
        or a.recorded_at > known_at
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount, sum(u.base)::bigint as base
      from (select l.debit_item_id as item_id, l.amount_minor as amount, l.debit_base_minor as base
              from later l
             union all
            select l.credit_item_id, -l.amount_minor, -l.credit_base_minor
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor, b.base_minor,
         b.open_minor + coalesce(u.amount, 0), b.open_base_minor + coalesce(u.base, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where (b.closed_on > as_of or b.touched_at > known_at)
     and b.effective_on <= as_of
     and b.recorded_at <= known_at
     and b.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- Published: the same for one account, which costs no more than that account's history.
create function ledger.account_items_known(of_account uuid, as_of date, known_at timestamptz)
returns table (item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date,
               amount_minor bigint, open_minor bigint, aged boolean)
language sql stable
as $$
  with later as (
    select a.debit_item_id, a.credit_item_id, a.amount_minor
      from ledger.application a
     where a.account_id = of_account
       and (a.effective_on > as_of or a.recorded_at > known_at)
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount
      from (select l.debit_item_id as item_id, l.amount_minor as amount
              from later l
             union all
            select l.credit_item_id, -l.amount_minor
              from later l) u
     group by u.item_id
  )
  select b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on, b.amount_minor,
         b.open_minor + coalesce(u.amount, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.account_id = of_account
     and b.effective_on <= as_of
     and b.recorded_at <= known_at
     and b.open_minor + coalesce(u.amount, 0) <> 0
$$;

-- Published: money that arrived on an account, for promises and payment behaviour. A returned
-- payment is a row with a minus. The kind `transfer` only moves an item to another account; money
-- that came by transfer counts there when it pays something, as a payment.
create view ledger.applied_money as
select a.account_id, a.application_id, a.debit_item_id, a.credit_item_id, d.currency,
       a.amount_minor, a.effective_on, a.recorded_at, a.kind, d.due_on, d.issued_on
  from ledger.application a
  join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
 where a.kind = 'payment';
grant select on ledger.applied_money to dunlin_app;

-- Published: items by what people know of them.
create view ledger.item_card as
select i.account_id, i.item_id, i.kind, i.side, i.number, i.currency, i.amount_minor, b.open_minor
  from ledger.item i
  join ledger.item_balance b on b.account_id = i.account_id and b.item_id = i.item_id;
grant select on ledger.item_card to dunlin_app;

-- Published: what was posted on an account, for its timeline; an entry without an item of its own
-- counts what it applied.
create view ledger.entry_card as
select e.account_id, e.entry_id, e.kind, e.effective_on, e.recorded_at, e.actor, e.reason, i.number,
       coalesce(i.currency, p.currency) as currency,
       coalesce(i.amount_minor, p.amount_minor) as amount_minor
  from ledger.entry e
  left join (select x.account_id, x.entry_id, min(x.number) as number,
                    min(x.currency) as currency, sum(x.amount_minor)::bigint as amount_minor
               from ledger.item x
              group by x.account_id, x.entry_id) i
         on i.account_id = e.account_id and i.entry_id = e.entry_id
  left join (select a.account_id, a.entry_id, min(d.currency) as currency,
                    sum(a.amount_minor)::bigint as amount_minor
               from ledger.application a
               join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
              group by a.account_id, a.entry_id) p
         on p.account_id = e.account_id and p.entry_id = e.entry_id;
grant select on ledger.entry_card to dunlin_app;

-- Published: what an item is called.
create view ledger.item_name as
select account_id, item_id, document_id, kind, number, reference, effective_on from ledger.item;
grant select on ledger.item_name to dunlin_app;

-- Published: what raised or lowered an account's balance; the due day of what is aged.
create view ledger.movement as
select account_id, item_id, currency, effective_on, number, kind, reference,
       case when side = 1 and kind not in ('refund', 'reversal', 'transfer') then due_on
            end as due_on,
       side * amount_minor as amount
  from ledger.item;
grant select on ledger.movement to dunlin_app;

-- Published: money that reached an account, by the business day of the money: what each receipt
-- paid, and what is left of it. What was taken back, went on to another account or was refunded is
-- not there.
create view ledger.received_money as
select a.account_id, a.debit_item_id as item_id, c.currency, a.amount_minor,
       c.issued_on as received_on, c.recorded_at
  from ledger.application a
  join ledger.item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
 where a.kind = 'payment'
   and a.reverses is null
   and not exists (select
                     from ledger.application r
                    where r.account_id = a.account_id
                      and r.reverses   = a.application_id)
 union all
select b.account_id, null, b.currency, -b.open_minor, b.issued_on, b.recorded_at
  from ledger.item_balance b
 where b.side = -1
   and b.kind in ('receipt', 'transfer')
   and b.open_minor <> 0;
grant select on ledger.received_money to dunlin_app;

-- An undone import frees its outside ids, so that the corrected file can bring them again.
grant delete on ledger.identity to dunlin_app;

-- Published: when the book last changed.
create view ledger.latest_recording as
select max(recorded_at) as recorded_at from ledger.entry;
grant select on ledger.latest_recording to dunlin_app;

-- Published: companies and currencies whose open items and control account differ; none when all
-- is well.
create view ledger.control_difference as
select a.company_id, t.currency, sum(t.amount)::bigint as difference_minor
  from (select b.account_id, b.currency, b.open_minor as amount
          from ledger.item_balance b
         where b.open_minor <> 0
         union all
        select l.account_id, l.currency, case when l.debit = 'ar' then -l.amount_minor
                                              else l.amount_minor end
          from ledger.line l
         where 'ar' in (l.debit, l.credit)) t
  join ledger.account a on a.account_id = t.account_id
 group by a.company_id, t.currency
having sum(t.amount) <> 0;
grant select on ledger.control_difference to dunlin_app;
