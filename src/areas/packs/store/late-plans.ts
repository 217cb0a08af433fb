/** What is done about accounts that are long overdue and have no plan of action. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function insertLatePlan(
  { tx, at, actor }: Context,
  planId: Id,
  made: { accountId: Id; plan: string; ownerId: Id; dueOn: Day | null },
): Promise<void> {
  await tx.run(sql`
    insert into packs.late_plan (account_id, plan_id, plan, owner_id, due_on, actor, recorded_at)
    values (${made.accountId}, ${planId}, ${made.plan}, ${made.ownerId}, ${made.dueOn},
            ${actor.ref}, ${at})`);
}
