/** Periods that could not be made. */
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Failure = {
  readonly period: string;
  readonly attemptNo: number;
  readonly detail: string;
  /** Null: not by itself. */
  readonly againAt: Instant | null;
};

export async function lastFailure(
  db: Queries,
  scheduleId: Id,
  period: string,
): Promise<Failure | undefined> {
  const row = await db.maybe(sql<{ attempt_no: number; detail: string; again_at: string | null }>`
    select attempt_no, detail, again_at
      from packs.failure
     where schedule_id = ${scheduleId}
       and period      = ${period}
     order by attempt_no desc
     limit 1`);
  return (
    row && {
      period,
      attemptNo: row.attempt_no,
      detail: row.detail,
      againAt: row.again_at === null ? null : instant(row.again_at),
    }
  );
}

export async function insertFailure(
  { tx, at }: Context,
  made: Failure & { readonly scheduleId: Id },
): Promise<void> {
  await tx.run(sql`
    insert into packs.failure (schedule_id, period, attempt_no, detail, again_at, recorded_at)
    values (${made.scheduleId}, ${made.period}, ${made.attemptNo}, ${made.detail}, ${made.againAt},
            ${at})`);
}
