/** What a company has open by currency on a day, and what revaluation booked for that day. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, currency, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { OpenForeign } from '../rules/revaluation.ts';

/** Open items of a company on a day by currency, credits taken off. */
export async function openByCurrency(db: Queries, companyId: Id, on: Day): Promise<OpenForeign[]> {
  const rows = await db.all(sql<{ currency: string; open: bigint; open_base: bigint }>`
    select i.currency, sum(i.open_minor)::bigint as open,
           sum(i.open_base_minor)::bigint as open_base
      from ledger.open_items_on(${on}) i
      join ledger.account a on a.account_id = i.account_id
     where a.company_id = ${companyId}
     group by i.currency
     order by i.currency`);
  return rows.map((row) => ({
    open: money(row.open, row.currency),
    openBase: row.open_base,
  }));
}

/** What revaluation entries of a day booked on the house account, by currency; base units. */
export async function revaluedBefore(
  db: Queries,
  houseAccountId: Id,
  on: Day,
): Promise<Map<Currency, bigint>> {
  const rows = await db.all(sql<{ currency: string; booked: bigint }>`
    select l.currency,
           sum(case when l.debit = 'ar-revaluation' then l.base_minor
                    else -l.base_minor end)::bigint as booked
      from ledger.entry e
      join ledger.line l on l.account_id = e.account_id and l.entry_id = e.entry_id
     where e.account_id   = ${houseAccountId}
       and e.kind         = 'revaluation'
       and e.effective_on = ${on}
     group by l.currency`);
  return new Map(rows.map((row) => [currency(row.currency), row.booked]));
}
