/** Items that are 61 or more days old, for the controller's report. */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Over60Question = {
  readonly asOf: Day;
  readonly knownAt: Instant | null;
  readonly basis: 'due' | 'invoice';
  readonly companies: CompanyScope;
};

export type Over60Row = {
  account_id: string;
  company: string;
  account: string;
  name: string;
  currency: string;
  number: string;
  due_on: string;
  issued_on: string;
  open_minor: bigint;
  disputed: boolean;
};

/** By account, oldest first. */
export async function over60Rows(db: Queries, question: Over60Question): Promise<Over60Row[]> {
  const { asOf, knownAt, basis, companies } = question;
  const items =
    knownAt === null
      ? sql`ledger.open_items_on(${asOf}::date)`
      : sql`ledger.open_items_known(${asOf}::date, ${knownAt}::timestamptz)`;
  const countedFrom = basis === 'due' ? sql`i.due_on` : sql`i.issued_on`;
  return db.all(sql<Over60Row>`
    select i.account_id, c.company, c.account, c.name, i.currency, t.number, i.due_on, i.issued_on,
           i.open_minor,
           exists (select
                     from disputes.open_dispute d
                    where d.account_id = i.account_id
                      and d.item_id    = i.item_id) as disputed
      from ${items} i
      join ledger.item_name t on t.account_id = i.account_id and t.item_id = i.item_id
      join customers.account_card c on c.account_id = i.account_id
     where i.aged
       and ${countedFrom} <= ${asOf}::date - 61
       and ${inCompanies(sql`c.company_id`, companies)}
     order by c.account, ${countedFrom}, t.number`);
}
