/**
 * Stops a clock: what it asks for was done (`met`, late when its day had passed), or it asks for
 * nothing any more (`void`).
 */
import type { Context } from '#platform/action.ts';
import { daysLate } from '../rules/clock.ts';
import { lockClock, recordAct } from '../store/clocks.ts';

export type StopClock = {
  readonly key: string;
  readonly how: 'met' | 'void';
  readonly reason: string;
};

/** False when no clock of this key runs or rests. */
export async function stopClock(
  context: Context,
  { key, how, reason }: StopClock,
): Promise<boolean> {
  const clock = await lockClock(context.tx, key);
  if (!clock || clock.state === 'met' || clock.state === 'void') return false;
  await recordAct({ ...context, reason }, how, { ...clock, state: how, pausedOn: null });
  const { clockId, kind, accountId, dueOn } = clock;
  const late = how === 'met' ? daysLate(dueOn, context.today) : 0;
  context.did({ what: `clock ${how}`, id: clockId, facts: { kind, late } });
  const payload = { clockId, kind, state: how };
  await context.tell({ name: 'clocks.clock_changed', accountId, payload });
  return true;
}
