/** What the work of a company added, as it was summed last night. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Gain } from '../rules/worth/gain.ts';

/** Undefined while nothing was summed. */
export async function keptGain(db: Queries, companyId: Id): Promise<Gain | undefined> {
  const row = await db.maybe(sql<{ gain: Gain }>`
    select gain from worklist.measured_gain where company_id = ${companyId}`);
  return row?.gain;
}

export async function keepGain(
  tx: Tx,
  { companyId, on, at }: { readonly companyId: Id; readonly on: Day; readonly at: Instant },
  gain: Gain,
): Promise<void> {
  await tx.run(sql`
    insert into worklist.measured_gain (company_id, measured_on, recorded_at, gain)
    values (${companyId}, ${on}, ${at}, ${JSON.stringify(gain)}::jsonb)
        on conflict (company_id) do update
       set measured_on = excluded.measured_on,
           recorded_at = excluded.recorded_at,
           gain = excluded.gain`);
}
