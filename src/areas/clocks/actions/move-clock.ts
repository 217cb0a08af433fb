/**
 * Gives a clock another last day, with the source that says so: an amendment, an extension that
 * was granted, a date that the law counts from another event.
 */
import type { Day } from '#kernel/day.ts';
import type { Context } from '#platform/action.ts';
import { lockClock, recordAct } from '../store/clocks.ts';

export type MoveClock = {
  readonly key: string;
  readonly dueOn: Day;
  readonly source: string;
  readonly reason: string;
};

/** False when no clock of this key runs or rests. */
export async function moveClock(
  context: Context,
  { key, dueOn, source, reason }: MoveClock,
): Promise<boolean> {
  const clock = await lockClock(context.tx, key);
  if (!clock || clock.state === 'met' || clock.state === 'void') return false;
  if (clock.dueOn === dueOn && clock.source === source) return true;
  await recordAct({ ...context, reason }, 'moved', { ...clock, dueOn, source, told: false });
  const { clockId, kind, state, accountId } = clock;
  context.did({ what: 'clock moved', id: clockId, facts: { kind, dueOn } });
  const payload = { clockId, kind, state };
  await context.tell({ name: 'clocks.clock_changed', accountId, payload });
  return true;
}
