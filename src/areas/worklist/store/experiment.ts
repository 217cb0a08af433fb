/** Whether a company measures what its work adds, and how accounts answer as it was learned. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ExperimentTerms } from '../rules/worth/control.ts';
import type { Learned } from '../rules/worth/response.ts';

export type Experiment = ExperimentTerms & { readonly isOn: boolean; readonly since: Instant };

/** The latest word; undefined while nobody has said anything. */
export async function experimentOf(db: Queries, companyId: Id): Promise<Experiment | undefined> {
  const row = await db.maybe(sql<{
    is_on: boolean;
    share_pct: number;
    most_minor: bigint;
    warm_up_until: string | null;
    recorded_at: Instant;
  }>`
    select is_on, share_pct, most_minor, warm_up_until, recorded_at
      from worklist.experiment
     where company_id = ${companyId}
     order by recorded_at desc
     limit 1`);
  return (
    row && {
      isOn: row.is_on,
      sharePct: row.share_pct,
      most: row.most_minor,
      warmUpUntil: row.warm_up_until === null ? null : day(row.warm_up_until),
      since: row.recorded_at,
    }
  );
}

export async function insertExperiment(
  tx: Tx,
  {
    companyId,
    isOn,
    ...terms
  }: ExperimentTerms & { readonly companyId: Id; readonly isOn: boolean },
  { at, actor, reason }: { readonly at: Instant; readonly actor: string; readonly reason: string },
): Promise<void> {
  await tx.run(sql`
    insert into worklist.experiment (company_id, recorded_at, is_on, share_pct, most_minor,
                                     warm_up_until, actor, reason)
    values (${companyId}, ${at}, ${isOn}, ${terms.sharePct}, ${terms.most}, ${terms.warmUpUntil},
            ${actor}, ${reason})`);
}

export async function learnedResponse(db: Queries, companyId: Id): Promise<Learned | undefined> {
  const row = await db.maybe(sql<{ model: Learned }>`
    select model
      from worklist.learned_response
     where company_id = ${companyId}
     order by recorded_at desc
     limit 1`);
  return row?.model;
}

export async function insertLearned(
  tx: Tx,
  { companyId, on, at }: { readonly companyId: Id; readonly on: Day; readonly at: Instant },
  learned: Learned,
): Promise<void> {
  await tx.run(sql`
    insert into worklist.learned_response (company_id, recorded_at, learned_on, left_alone, worked,
                                           model)
    values (${companyId}, ${at}, ${on}, ${learned.leftAlone}, ${learned.worked},
            ${JSON.stringify(learned)}::jsonb)`);
}
