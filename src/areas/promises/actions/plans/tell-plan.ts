/** Says what became of a plan: on the account's timeline, and to whoever listens. */
import type { Id } from '#kernel/ids.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import type { PlanState } from '../../rules/plans/path.ts';

export type PlanTurn = {
  readonly accountId: Id;
  readonly planId: Id;
  readonly state: PlanState;
  readonly before: PlanState | null;
};

export type PlanLine = {
  readonly phrase: string;
  readonly facts: Facts;
  readonly text: string | null;
  /** Somebody dealt with the customer; a job does not. */
  readonly touch: boolean;
};

export async function tellPlan(context: Context, turn: PlanTurn, line: PlanLine): Promise<void> {
  const { accountId, ...payload } = turn;
  await recordActivity(context, { accountId, kind: 'plan', ...line });
  await context.tell({ name: 'promises.plan_changed', accountId, payload });
}
