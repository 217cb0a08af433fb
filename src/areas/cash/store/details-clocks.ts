/** The clocks of a credit whose details are awaited: a person may hold it more than once. */
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** The key of the clock that was started last; null when there was none. */
export async function lastClock(db: Queries, receiptId: Id): Promise<string | null> {
  const times = await timesHeld(db, receiptId);
  return times === 0 ? null : keyOf(receiptId, times);
}

/** The key of the clock that is started next. */
export async function nextClock(db: Queries, receiptId: Id): Promise<string> {
  return keyOf(receiptId, (await timesHeld(db, receiptId)) + 1);
}

const keyOf = (receiptId: Id, time: number): string => `receipt/${receiptId}/details/${time}`;

async function timesHeld(db: Queries, receiptId: Id): Promise<number> {
  let times = 0;
  for (;;) {
    const known = await db.maybe(sql<{ key: string }>`
      select key
        from clocks.clock_card
       where key = ${keyOf(receiptId, times + 1)}`);
    if (!known) return times;
    times += 1;
  }
}
