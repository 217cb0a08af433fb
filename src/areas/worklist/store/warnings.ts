/** Early warnings of the forecast that nobody answered, as the day's list sees them. */
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { WarningFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account, the latest first. */
export async function warningRows(db: Queries, scope: Scope): Promise<Map<string, WarningFact[]>> {
  const rows = await db.all(sql<WarningFact & { account_id: string }>`
    select w.account_id, w.kind, w.facts
      from forecast.open_alert w
     where ${filter(scope, sql`w.account_id`)}
     order by w.account_id, w.raised_on desc, w.alert_id desc`);
  const byAccount = Map.groupBy(rows, (row) => row.account_id);
  return new Map(
    [...byAccount].map(([accountId, own]) => [
      accountId,
      own.map(({ kind, facts }) => ({ kind, facts })),
    ]),
  );
}
