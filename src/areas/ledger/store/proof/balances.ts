/** Law 2: balances are sums of facts, and their copies and closing days are right. */
import type { Law } from '#platform/postgres/proof.ts';
import { sql } from '#platform/postgres/sql.ts';

/** What applications took from each item, with the last day and the last recording. */
const applied = sql`
  select m.account_id, m.item_id, sum(m.amount) as amount, sum(m.base) as base,
         max(m.effective_on) as last_on, max(m.recorded_at) as last_at
    from (select account_id, debit_item_id as item_id, amount_minor as amount,
                 debit_base_minor as base, effective_on, recorded_at
            from ledger.application
           union all
          select account_id, credit_item_id, amount_minor, credit_base_minor, effective_on,
                 recorded_at
            from ledger.application) m
   group by m.account_id, m.item_id`;

const everyItemHasABalance: Law = {
  name: 'every item has a balance with the same unchanging columns',
  breach: sql<{ broken: string }>`
    select format('item %s of account %s and its balance differ', coalesce(i.item_id, b.item_id),
                  coalesce(i.account_id, b.account_id)) as broken
      from ledger.item i
      full join ledger.item_balance b on b.account_id = i.account_id and b.item_id = i.item_id
     where i.item_id is null
        or b.item_id is null
        or (i.side, i.kind, i.currency, i.issued_on, i.due_on, i.effective_on, i.recorded_at,
            i.amount_minor, i.base_minor)
           is distinct from
           (b.side, b.kind, b.currency, b.issued_on, b.due_on, b.effective_on, b.recorded_at,
            b.amount_minor, b.base_minor)
     order by 1
     limit 1`,
};

const balancesAreSums: Law = {
  name: 'balances are their items less their applications, in amount and base',
  breach: sql<{ broken: string }>`
    with applied as (${applied})
    select format('item %s of account %s is open %s (base %s), its facts say %s (base %s)',
                  b.item_id, b.account_id, b.open_minor, b.open_base_minor,
                  b.side * (b.amount_minor - coalesce(s.amount, 0)),
                  b.side * (b.base_minor - coalesce(s.base, 0))) as broken
      from ledger.item_balance b
      left join applied s on s.account_id = b.account_id and s.item_id = b.item_id
     where b.open_minor <> b.side * (b.amount_minor - coalesce(s.amount, 0))
        or b.open_base_minor <> b.side * (b.base_minor - coalesce(s.base, 0))
     order by 1
     limit 1`,
};

const closedWhenLastApplied: Law = {
  name: 'an item is closed from the last day that moved it, and touched when last recorded',
  breach: sql<{ broken: string }>`
    with applied as (${applied})
    select format('item %s of account %s is closed on %s and touched at %s', b.item_id,
                  b.account_id, b.closed_on, b.touched_at) as broken
      from ledger.item_balance b
      left join applied s on s.account_id = b.account_id and s.item_id = b.item_id
     where b.closed_on <> case when b.open_minor = 0 then greatest(b.effective_on, s.last_on)
                               else 'infinity' end
        or b.touched_at < greatest(b.recorded_at, s.last_at)
     order by 1
     limit 1`,
};

const neverOverdrawn: Law = {
  name: 'on no day is more applied to an item than it has, or less than nothing',
  breach: sql<{ broken: string }>`
    with moved as (
      select account_id, debit_item_id as item_id, effective_on, amount_minor
        from ledger.application
       union all
      select account_id, credit_item_id, effective_on, amount_minor
        from ledger.application
    ), running as (
      select account_id, item_id, effective_on,
             sum(sum(amount_minor)) over (partition by account_id, item_id
                                              order by effective_on) as applied
        from moved
       group by account_id, item_id, effective_on
    )
    select format('%s applied to item %s of account %s on %s, which has %s', r.applied, r.item_id,
                  r.account_id, r.effective_on, i.amount_minor) as broken
      from running r
      join ledger.item i on i.account_id = r.account_id and i.item_id = r.item_id
     where r.applied not between 0 and i.amount_minor
     order by 1
     limit 1`,
};

const reservedIsHeld: Law = {
  name: 'what is reserved of a credit is the sum of its standing reservations',
  breach: sql<{ broken: string }>`
    with held as (
      select r.account_id, r.item_id, sum(r.amount_minor) as amount
        from ledger.reservation r
       where not exists (select
                           from ledger.reservation_end e
                          where e.account_id     = r.account_id
                            and e.reservation_id = r.reservation_id)
       group by r.account_id, r.item_id
    )
    select format('item %s of account %s has %s reserved, its reservations say %s', b.item_id,
                  b.account_id, b.reserved_minor, coalesce(h.amount, 0)) as broken
      from ledger.item_balance b
      left join held h on h.account_id = b.account_id and h.item_id = b.item_id
     where b.reserved_minor <> coalesce(h.amount, 0)
        or (b.reserved_minor > 0 and b.side = 1)
     order by 1
     limit 1`,
};

const openBookIsSums: Law = {
  name: 'what an account has open is the sum of its items, for orders to be judged by',
  breach: sql<{ broken: string }>`
    with items as (
      select account_id, currency, sum(open_minor) filter (where side = 1) as owed,
             -sum(open_minor) filter (where side = -1) as credit
        from ledger.item_balance
       group by account_id, currency
    )
    select format('account %s has %s owed and %s in credit in %s, its items say %s and %s',
                  coalesce(o.account_id, i.account_id), o.owed_minor, o.credit_minor,
                  coalesce(o.currency, i.currency), i.owed, i.credit) as broken
      from ledger.account_open o
      full join items i on i.account_id = o.account_id and i.currency = o.currency
     where coalesce(o.owed_minor, 0)   <> coalesce(i.owed, 0)
        or coalesce(o.credit_minor, 0) <> coalesce(i.credit, 0)
     order by 1
     limit 1`,
};

export const balanceLaws: readonly Law[] = [
  everyItemHasABalance,
  balancesAreSums,
  closedWhenLastApplied,
  neverOverdrawn,
  reservedIsHeld,
  openBookIsSums,
];
