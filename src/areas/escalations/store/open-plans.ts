/** The open plan of action of each account: what is to come of it, and its next step. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ResponseCode, StepCode } from '../rules/action-plan.ts';

export type OpenPlan = {
  readonly accountId: Id;
  readonly response: ResponseCode;
  readonly goal: string;
  readonly owner: string;
  /** Null: every step is closed, and nobody has said how it came out. */
  readonly next: {
    readonly code: StepCode | null;
    readonly title: string;
    readonly on: Day;
  } | null;
};

/** Of these accounts; most have none. */
export async function openPlans(db: Queries, accountIds: readonly string[]): Promise<OpenPlan[]> {
  const rows = await db.all(sql<{
    account_id: string;
    response: ResponseCode;
    goal: string;
    owner: string;
    code: StepCode | null;
    title: string | null;
    due_on: string | null;
  }>`
    select p.account_id, p.response, p.goal, coalesce(w.name, m.name) as owner, s.code, s.title,
           s.due_on
      from escalations.action_plan_now n
      join escalations.action_plan p on p.account_id = n.account_id and p.plan_id = n.plan_id
      join team.person m on m.member_id = p.owner_id
      left join lateral (select x.code, x.title, x.due_on, x.owner_id
                           from escalations.action_step_now x
                          where x.account_id = p.account_id
                            and x.plan_id    = p.plan_id
                            and x.state      = 'to_do'
                          order by x.due_on, x.step_no
                          limit 1) s on true
      left join team.person w on w.member_id = s.owner_id
     where n.state = 'open'
       and n.account_id = any (${accountIds}::uuid[])`);
  return rows.map(({ account_id: accountId, response, goal, owner, code, title, due_on: on }) => ({
    accountId: id(accountId),
    response,
    goal,
    owner,
    next: on === null ? null : { code, title: title ?? '', on: day(on) },
  }));
}
