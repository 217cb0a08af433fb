/** Plans of action: what was set, each step as it stands, and everything that happened. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import type { PlanResult, ResponseCode, StepCode } from '../rules/action-plan.ts';

export type ActionStep = {
  readonly no: number;
  /** Null: in words of its own. */
  readonly code: StepCode | null;
  readonly title: string;
  readonly ownerId: Id;
  readonly owner: string;
  readonly dueOn: Day;
  readonly state: 'to_do' | 'done' | 'dropped';
  readonly closedOn: Day | null;
};

export type ActionPlan = {
  readonly accountId: Id;
  readonly planId: Id;
  readonly companyId: Id;
  readonly account: string;
  readonly name: string;
  readonly response: ResponseCode;
  readonly goal: string;
  readonly ownerId: Id;
  readonly owner: string;
  readonly madeOn: Day;
  readonly state: 'open' | 'ended';
  readonly result: PlanResult | null;
  readonly endedOn: Day | null;
  readonly steps: readonly ActionStep[];
};

export type PlanFilter = {
  readonly companies: CompanyScope;
  readonly accountId?: Id | undefined;
  readonly planId?: Id | undefined;
  readonly ownerId?: Id | undefined;
  readonly state?: ActionPlan['state'] | undefined;
};

type StepRow = {
  no: number;
  code: StepCode | null;
  title: string;
  owner_id: string;
  owner: string;
  due_on: string;
  state: ActionStep['state'];
  closed_on: string | null;
};

/** More than anybody goes through; the answer says when it was reached. */
export const mostPlans = 500;

/** Open ones first, by their next step. */
export async function actionPlans(db: Queries, filter: PlanFilter): Promise<ActionPlan[]> {
  const { companies, accountId, planId, ownerId, state } = filter;
  const rows = await db.all(sql<{
    account_id: string;
    plan_id: string;
    company_id: string;
    account: string;
    name: string;
    response: ResponseCode;
    goal: string;
    owner_id: string;
    owner: string;
    made_on: string;
    state: ActionPlan['state'];
    result: PlanResult | null;
    ended_on: string | null;
    steps: StepRow[];
  }>`
    select p.account_id, p.plan_id, n.company_id, a.account, a.name, p.response, p.goal,
           p.owner_id, m.name as owner, p.made_on, n.state, n.result, n.ended_on, s.steps
      from escalations.action_plan p
      join escalations.action_plan_now n on n.account_id = p.account_id
                                        and n.plan_id    = p.plan_id
      join customers.account_card a on a.account_id = p.account_id
      join team.person m on m.member_id = p.owner_id
      join lateral (select min(x.due_on) filter (where x.state = 'to_do') as next_on,
                           jsonb_agg(jsonb_build_object('no', x.step_no, 'code', x.code,
                             'title', x.title, 'owner_id', x.owner_id, 'owner', w.name,
                             'due_on', x.due_on, 'state', x.state, 'closed_on', x.closed_on)
                             order by x.due_on, x.step_no) as steps
                      from escalations.action_step_now x
                      join team.person w on w.member_id = x.owner_id
                     where x.account_id = p.account_id
                       and x.plan_id    = p.plan_id) s on true
     where ${allOf([
       inCompanies(sql`n.company_id`, companies),
       accountId && sql`p.account_id = ${accountId}`,
       planId && sql`p.plan_id = ${planId}`,
       ownerId && sql`p.owner_id = ${ownerId}`,
       state && sql`n.state = ${state}`,
     ])}
     order by n.state desc, s.next_on nulls last, p.plan_id desc
     limit ${mostPlans}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    planId: id(row.plan_id),
    companyId: id(row.company_id),
    account: row.account,
    name: row.name,
    response: row.response,
    goal: row.goal,
    ownerId: id(row.owner_id),
    owner: row.owner,
    madeOn: day(row.made_on),
    state: row.state,
    result: row.result,
    endedOn: row.ended_on === null ? null : day(row.ended_on),
    steps: (row.steps ?? []).map(stepOf),
  }));
}

function stepOf({ no, code, title, owner_id, owner, due_on, state, closed_on }: StepRow) {
  return {
    no,
    code,
    title,
    ownerId: id(owner_id),
    owner,
    dueOn: day(due_on),
    state,
    closedOn: closed_on === null ? null : day(closed_on),
  };
}

export type NewPlan = Pick<
  ActionPlan,
  'accountId' | 'planId' | 'companyId' | 'response' | 'goal' | 'ownerId'
>;

export async function insertPlan(context: Context, made: NewPlan): Promise<void> {
  const { tx, at, actor, today } = context;
  await tx.run(sql`
    insert into escalations.action_plan (account_id, plan_id, company_id, response, goal,
                                         owner_id, made_on, recorded_at, actor)
    values (${made.accountId}, ${made.planId}, ${made.companyId}, ${made.response}, ${made.goal},
            ${made.ownerId}, ${today}, ${at}, ${actor.ref})`);
  await tx.run(sql`
    insert into escalations.action_plan_now (account_id, plan_id, company_id, state, changed_at)
    values (${made.accountId}, ${made.planId}, ${made.companyId}, 'open', ${at})`);
}

export type PlanRef = { readonly accountId: Id; readonly planId: Id };
export type KeptStep = Omit<ActionStep, 'owner'>;

export async function putStep(context: Context, ref: PlanRef, step: KeptStep): Promise<void> {
  await context.tx.run(sql`
    insert into escalations.action_step_now (account_id, plan_id, step_no, code, title, owner_id,
                                             due_on, state, closed_on)
    values (${ref.accountId}, ${ref.planId}, ${step.no}, ${step.code}, ${step.title},
            ${step.ownerId}, ${step.dueOn}, ${step.state}, ${step.closedOn})
        on conflict (account_id, plan_id, step_no) do update
       set due_on = excluded.due_on, state = excluded.state, closed_on = excluded.closed_on,
           owner_id = excluded.owner_id`);
}

export async function endPlanNow(context: Context, ref: PlanRef, how: PlanResult): Promise<void> {
  await context.tx.run(sql`
    update escalations.action_plan_now
       set state = 'ended', result = ${how}, ended_on = ${context.today}, changed_at = ${context.at}
     where account_id = ${ref.accountId}
       and plan_id    = ${ref.planId}`);
}

export type PlanEvent = {
  readonly kind: 'made' | 'step_added' | 'step_done' | 'step_dropped' | 'step_moved' | 'ended';
  readonly stepNo: number | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly note: string;
};

export async function insertEvent(
  { tx, at, actor, today, newId }: Context,
  { accountId, planId }: PlanRef,
  { kind, stepNo, facts, note }: PlanEvent,
): Promise<void> {
  await tx.run(sql`
    insert into escalations.action_event (account_id, plan_id, event_id, kind, step_no, facts,
                                          note, effective_on, recorded_at, actor)
    values (${accountId}, ${planId}, ${newId()}, ${kind}, ${stepNo}, ${JSON.stringify(facts)},
            ${note}, ${today}, ${at}, ${actor.ref})`);
}

export type WorkedAccount = { readonly companyId: Id; readonly ownerId: Id | null };

/** The account and who works it; two who set or work its plan wait for each other. */
export async function lockWorked(tx: Tx, accountId: Id): Promise<WorkedAccount | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`action plan ${accountId}`}, 0))`);
  const row = await tx.maybe(sql<{ company_id: string; owner_id: string | null }>`
    select company_id, owner_id
      from customers.account_card
     where account_id = ${accountId}`);
  return (
    row && {
      companyId: id(row.company_id),
      ownerId: row.owner_id === null ? null : id(row.owner_id),
    }
  );
}
