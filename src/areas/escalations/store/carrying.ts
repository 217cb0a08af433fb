/** Plans of action and open escalations go on under the account into which theirs was merged. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { type Carrying, carryRows } from '#platform/postgres/carry-rows.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** The open plan of an account, if it has one. */
export async function openPlanOf(db: Queries, accountId: Id): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ plan_id: string }>`
    select plan_id
      from escalations.action_plan_now
     where account_id = ${accountId}
       and state      = 'open'`);
  return row && id(row.plan_id);
}

/** The facts are repeated; where the plan and its steps stand moves along. */
export async function carryPlanRows(
  { tx }: Context,
  carrying: Carrying,
  planId: Id,
): Promise<void> {
  const { from, into } = carrying;
  for (const table of ['escalations.action_plan', 'escalations.action_event']) {
    await carryRows(tx, carrying, table, 'plan_id', [planId]);
  }
  await tx.run(sql`
    update escalations.action_plan_now
       set account_id = ${into}
     where account_id = ${from}
       and plan_id    = ${planId}`);
  await tx.run(sql`
    update escalations.action_step_now
       set account_id = ${into}
     where account_id = ${from}
       and plan_id    = ${planId}`);
}

/** Escalations that nobody took back, and whose answer nobody has read yet. */
export async function carryEscalationRows(context: Context, carrying: Carrying): Promise<number> {
  const { tx, at } = context;
  const { from, into } = carrying;
  const open = await tx.all(sql<{ escalation_id: string }>`
    select e.escalation_id
      from escalations.escalation e
     where e.account_id = ${from}
       and not exists (select
                         from escalations.escalation_act a
                        where a.account_id    = e.account_id
                          and a.escalation_id = e.escalation_id
                          and a.what in ('withdrawn', 'read'))`);
  const ids = open.map(({ escalation_id }) => id(escalation_id));
  for (const table of ['escalations.escalation', 'escalations.escalation_act']) {
    await carryRows(tx, carrying, table, 'escalation_id', ids);
  }
  // Who asked has it over there now.
  await tx.run(sql`
    insert into escalations.escalation_act (account_id, escalation_id, what, member_id, text,
                                            recorded_at)
    select e.account_id, e.escalation_id, 'withdrawn', e.asked_by, ${`→ ${into}`}, ${at}
      from escalations.escalation e
     where e.account_id    = ${from}
       and e.escalation_id = any(${ids}::uuid[])`);
  return ids.length;
}
