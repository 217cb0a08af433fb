/** Which accounts the judging of plans and settlements has to look at. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

type Row = { account_id: string };

/** Accounts of the companies of a zone with a plan or a settlement that is not at its end. */
export async function accountsWithLivePlan(db: Queries, zone: string): Promise<Id[]> {
  const rows = await db.all(sql<Row>`
    select l.account_id
      from (select account_id
              from promises.plan_now
             where state in ('signed', 'active', 'late')
                or state = 'breached' and cure_until is not null
             union
            select account_id
              from promises.settlement_now
             where state = 'open') l
      join customers.account_card a on a.account_id = l.account_id
      join team.company c on c.company_id = a.company_id
     where c.zone = ${zone}
     order by l.account_id`);
  return rows.map((row) => id(row.account_id));
}

/** Which of these accounts, or of all, ever had a plan or a settlement. */
export async function accountsWithPlan(
  db: Queries,
  accountIds: readonly Id[] | 'all',
): Promise<Id[]> {
  const ours = accountIds === 'all' ? sql`true` : sql`account_id = any(${accountIds})`;
  const rows = await db.all(sql<Row>`
    select account_id from promises.plan_now where ${ours}
     union
    select account_id from promises.settlement_now where ${ours}
     order by account_id`);
  return rows.map((row) => id(row.account_id));
}
