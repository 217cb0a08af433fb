/** What is promised and disputed of a company's accounts, for the brief of a portfolio. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Standing = {
  account_id: string;
  currency: string;
  promised_minor: bigint;
  disputed_minor: bigint;
};

/** By account and currency, as it stands on the day: promises as they are now. */
export async function standings(
  db: Queries,
  { companyId, ownerId, asOf }: { companyId: Id; ownerId: Id | null; asOf: Day },
): Promise<Standing[]> {
  return db.all(sql<Standing>`
    select x.account_id, x.currency, sum(x.promised)::bigint as promised_minor,
           sum(x.disputed)::bigint as disputed_minor
      from (select p.account_id, p.currency,
                   greatest(p.amount_minor - p.received_minor, 0) as promised, 0 as disputed
              from promises.promise_card p
             where p.state = 'open'
             union all
            select i.account_id, i.currency, 0,
                   disputes.contested(d.item_id, d.amount_minor, i.open_minor)
              from disputes.open_amount d
              join ledger.open_items_on(${asOf}::date) i on i.account_id = d.account_id
                                                        and i.item_id    = d.item_id) x
      join customers.portfolio_card a on a.account_id = x.account_id
     where a.company_id = ${companyId}
       and (${ownerId}::uuid is null or a.owner_id = ${ownerId}::uuid)
     group by x.account_id, x.currency`);
}

export type Touch = { account_id: string; status: string | null; last_touch_on: string | null };

/** Where the accounts stand and when somebody last spoke with them. */
export async function touches(db: Queries, accountIds: readonly string[]): Promise<Touch[]> {
  return db.all(sql<Touch>`
    select a.account_id, a.status, a.last_touch_on
      from customers.portfolio_card a
     where a.account_id = any(${accountIds}::uuid[])`);
}
