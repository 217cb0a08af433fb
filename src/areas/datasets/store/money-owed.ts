/** The rows of open items, items and accounts with aging. */
import { sql, type Sql } from '#platform/postgres/sql.ts';
import { accountColumns, accountJoins, inSight } from './of-account.ts';
import type { Reading } from './sources.ts';

export function openItemRows(reading: Reading): Sql {
  const { asOf, openItems } = reading;
  return sql`
    select ${accountColumns}, x.item_id, x.kind, n.number, x.issued_on, x.due_on, x.currency,
           x.side * x.amount_minor as amount, x.open_minor as open,
           case when x.aged then ${asOf}::date - x.due_on else 0 end as days_past_due,
           case when not x.aged then 'credit'
                when x.due_on >= ${asOf}::date then 'current'
                when x.due_on >= ${asOf}::date - 30 then 'd1_30'
                when x.due_on >= ${asOf}::date - 60 then 'd31_60'
                when x.due_on >= ${asOf}::date - 90 then 'd61_90'
                else 'd91' end as bucket,
           exists (select
                     from disputes.open_dispute d
                    where d.account_id = x.account_id
                      and d.item_id    = x.item_id) as disputed
      from ${openItems} x
      join ledger.item_name n on n.account_id = x.account_id and n.item_id = x.item_id
      ${accountJoins}
     where ${inSight(reading)}`;
}

export function itemRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.item_id, x.kind, x.number, x.issued_on, x.due_on, x.currency,
           x.side * x.amount_minor as amount, x.open_minor as open,
           x.open_minor = 0 as settled, x.closed_on as settled_on
      from ledger.item_line x
      ${accountJoins}
     where ${inSight(reading)}`;
}

export function agingRows(reading: Reading): Sql {
  return sql`
    select ${accountColumns}, x.currency, x.balance, x.not_due, x.days1_to30, x.days31_to60,
           x.days61_to90, x.days_over90,
           x.days1_to30 + x.days31_to60 + x.days61_to90 + x.days_over90 as overdue,
           x.unapplied, x.oldest_days, x.items
      from (${aged(reading)}) x
      ${accountJoins}
     where ${inSight(reading)}`;
}

function aged({ asOf, openItems }: Reading): Sql {
  const old = (from: number, to: number): Sql => sql`
    coalesce(sum(i.open_minor)
               filter (where i.aged
                         and i.due_on <  ${asOf}::date - ${sql.lit(from - 1)}
                         and i.due_on >= ${asOf}::date - ${sql.lit(to)}), 0)::bigint`;
  return sql`
    select i.account_id, i.currency, sum(i.open_minor)::bigint as balance,
           coalesce(sum(i.open_minor) filter (where i.aged and i.due_on >= ${asOf}::date),
                    0)::bigint as not_due,
           ${old(1, 30)} as days1_to30, ${old(31, 60)} as days31_to60,
           ${old(61, 90)} as days61_to90,
           coalesce(sum(i.open_minor) filter (where i.aged and i.due_on < ${asOf}::date - 90),
                    0)::bigint as days_over90,
           coalesce(sum(i.open_minor) filter (where not i.aged), 0)::bigint as unapplied,
           greatest(coalesce(${asOf}::date - min(i.due_on) filter (where i.aged), 0), 0)
             as oldest_days,
           count(*) as items
      from ${openItems} i
     group by i.account_id, i.currency`;
}
