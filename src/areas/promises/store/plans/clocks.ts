/** The deadlines of a plan that still run. */
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** Instalments and days to cure; `no` of an instalment. */
export async function runningClocks(
  db: Queries,
  accountId: Id,
  planId: Id,
): Promise<{ key: string; no: number | null }[]> {
  const rows = await db.all(sql<{ key: string; kind: string }>`
    select key, kind
      from clocks.clock_card
     where account_id = ${accountId}
       and about_id   = ${planId}
       and kind in ('plan_instalment', 'plan_cure')
       and ended_on is null`);
  return rows.map(({ key, kind }) => ({
    key,
    no: kind === 'plan_instalment' ? Number(key.split('/')[3]) : null,
  }));
}
