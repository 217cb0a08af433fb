/** Open credits with what rule packs ask of them: whose they are, where, and their last word. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Bound = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly itemId: Id;
  readonly amount: Money;
  readonly aroseOn: Day;
  readonly isConsumer: boolean;
  /** Two letters; null where nobody knows. */
  readonly state: string | null;
  /** When the customer last spoke to us. */
  readonly lastContactOn: Day | undefined;
  /** When they asked for it in writing. */
  readonly requestedOn: Day | undefined;
};

/** Only accounts of persons and of states whose law has been read. */
export async function boundCredits(
  db: Queries,
  accountIds: readonly Id[] | 'all',
): Promise<Bound[]> {
  const which = accountIds === 'all' ? sql`true` : sql`o.account_id = any(${accountIds}::uuid[])`;
  const rows = await db.all(sql<{
    account_id: string;
    company_id: string;
    item_id: string;
    currency: string;
    minor: bigint;
    effective_on: string;
    is_consumer: boolean;
    state: string | null;
    last_contact: string | null;
    requested_on: string | null;
  }>`
    select o.account_id, o.company_id, o.item_id, o.currency,
           o.open_minor as minor, o.effective_on,
           coalesce(p.purpose = 'consumer', a.kind = 'consumer') as is_consumer,
           upper(coalesce(p.state, w.state)) as state,
           (select max(c.at)::date
              from compliance.contact_card c
             where c.account_id = o.account_id
               and (c.direction = 'in' or c.result = 'conversation')) as last_contact,
           (select max(s.given_on)
              from refunds.authorisation s
             where s.account_id = o.account_id
               and s.kind       = 'written_request'
               and not exists (select
                                 from refunds.authorisation_end e
                                where e.account_id       = s.account_id
                                  and e.authorisation_id = s.authorisation_id)) as requested_on
      from ledger.open_item o
      join customers.account_card a on a.account_id = o.account_id
      left join customers.account_address w on w.account_id = o.account_id
      left join compliance.debt_card p on p.account_id = o.account_id
     where o.side = -1
       and ${which}
       and a.kind <> 'student'
       and (coalesce(p.purpose = 'consumer', a.kind = 'consumer')
            or upper(coalesce(p.state, w.state)) = 'DC')
     order by o.account_id, o.item_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    companyId: id(row.company_id),
    itemId: id(row.item_id),
    amount: money(row.minor, row.currency),
    aroseOn: day(row.effective_on),
    isConsumer: row.is_consumer,
    state: row.state,
    lastContactOn: row.last_contact === null ? undefined : day(row.last_contact),
    requestedOn: row.requested_on === null ? undefined : day(row.requested_on),
  }));
}
