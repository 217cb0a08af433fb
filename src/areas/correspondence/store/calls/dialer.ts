/** What a dialer told of a call: each state once, in whichever order they came. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export const dialerStates = ['ringing', 'connected', 'ended', 'failed'] as const;

export type DialerReport = {
  readonly accountId: Id;
  readonly callId: Id;
  readonly state: (typeof dialerStates)[number];
  readonly seconds: number | null;
  /** What the dialer calls it. */
  readonly providerId: string;
};

/** False when this state was told before. */
export async function insertReport(context: Context, report: DialerReport): Promise<boolean> {
  const { tx, at, actor } = context;
  const rows = await tx.run(sql`
    insert into correspondence.dialer_report (account_id, call_id, state, seconds, provider_id,
                                              recorded_at, actor)
    values (${report.accountId}, ${report.callId}, ${report.state}, ${report.seconds},
            ${report.providerId}, ${at}, ${actor.ref})
        on conflict do nothing`);
  return rows === 1;
}

/** How long the dialer measured; undefined when it said nothing of the end. */
export async function measuredSeconds(
  db: Queries,
  accountId: Id,
  callId: Id,
): Promise<number | undefined> {
  const row = await db.maybe(sql<{ seconds: number }>`
    select seconds
      from correspondence.dialer_report
     where account_id = ${accountId}
       and call_id    = ${callId}
       and state      = 'ended'
       and seconds is not null`);
  return row?.seconds;
}
