/** Open invoices in customers' own portals, as the day's list sees them. */
import { day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { PortalFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account, the longest since anything happened first. */
export async function portalRows(db: Queries, scope: Scope): Promise<Map<string, PortalFact>> {
  const rows = await db.all(sql<{
    account_id: string;
    portal_name: string;
    number: string;
    state: string;
    since: string;
    due_on: string;
  }>`
    select p.account_id, p.portal_name, p.number, p.state, p.since, p.due_on
      from statements.portal_invoice p
     where p.state <> 'paid'
       and ${filter(scope, sql`p.account_id`)}
     order by p.account_id, p.since, p.number`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.account_id)].map(([accountId, own]) => [
      accountId,
      {
        portal: own[0]?.portal_name ?? '',
        invoices: own.map(({ number, state, since, due_on }) => ({
          number,
          state,
          since: day(since),
          dueOn: day(due_on),
        })),
      },
    ]),
  );
}
