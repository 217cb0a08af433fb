/** States what no ledger knows: a month's cost of the department, a person's paid minutes. */
import { startOfMonth } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type StatedWish, insertStated } from '../store/goals.ts';

export async function stateFigure(
  context: Context,
  wish: StatedWish,
): Promise<Outcome<{ stated: true }, 'metrics.hours_of_whom' | 'metrics.cost_currency'>> {
  if (wish.kind === 'paid_minutes' && wish.memberId === null) {
    return refuse('metrics.hours_of_whom');
  }
  if (wish.kind === 'department_cost' && wish.currency === null) {
    return refuse('metrics.cost_currency');
  }
  const month = startOfMonth(wish.month);
  const ofCost = { memberId: null, currency: wish.currency };
  const ofHours = { memberId: wish.memberId, currency: null };
  await insertStated(context, {
    ...wish,
    ...(wish.kind === 'department_cost' ? ofCost : ofHours),
    month,
  });
  context.did({ what: 'figure stated', facts: { kind: wish.kind, month } });
  return accept({ stated: true });
}
