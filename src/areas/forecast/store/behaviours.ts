/** How an account pays, as the last night found it, and by what its money comes. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Behaviour } from '../rules/behaviour.ts';

export async function behaviourFor(
  db: Queries,
  accountId: Id,
): Promise<{ madeOn: Day; behaviour: Behaviour } | undefined> {
  const row = await db.maybe(sql<{ made_on: string; facts: Behaviour }>`
    select made_on, facts from forecast.behaviour where account_id = ${accountId}`);
  return row && { madeOn: day(row.made_on), behaviour: row.facts };
}

/** The way most of a year's payments came, as a share in a hundred. */
export async function usualMethod(
  db: Queries,
  accountId: Id,
  today: Day,
): Promise<{ method: string; percent: number } | null> {
  const row = await db.maybe(sql<{ method: string; percent: number }>`
    select m.method, round(count(*) * 100.0 / sum(count(*)) over ())::integer as percent
      from cash.method_history m
     where m.account_id = ${accountId}
       and m.received_on > ${plusDays(today, -365)}
     group by m.method
     order by count(*) desc, m.method
     limit 1`);
  return row ?? null;
}
