/** When debts of an account were aged anew. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function insertReage(
  { tx, at, actor, today, reason }: Context,
  { accountId, planId, consecutive }: { accountId: Id; planId: Id; consecutive: number },
): Promise<void> {
  await tx.run(sql`
    insert into promises.reage (account_id, plan_id, aged_from, consecutive, recorded_at, actor,
                                reason)
    values (${accountId}, ${planId}, ${today}, ${consecutive}, ${at}, ${actor.ref}, ${reason})`);
}

export type Reages = {
  readonly lastOn: Day | null;
  readonly timesIn5Years: number;
  /** The day of the account's first item. */
  readonly accountSince: Day | null;
};

export async function reagesSince(db: Queries, accountId: Id, today: Day): Promise<Reages> {
  const row = await db.one(sql<{
    last_on: string | null;
    times: bigint;
    since: string | null;
  }>`
    select (select max(aged_from) from promises.reage where account_id = ${accountId}) as last_on,
           (select count(*)
              from promises.reage
             where account_id = ${accountId}
               and aged_from > ${today}::date - interval '5 years') as times,
           (select min(issued_on)
              from ledger.dated_item
             where account_id = ${accountId}) as since`);
  return {
    lastOn: row.last_on === null ? null : day(row.last_on),
    timesIn5Years: Number(row.times),
    accountSince: row.since === null ? null : day(row.since),
  };
}
