/** Starts a clock; the same key a second time is the clock that is there, as it stands. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { StartClock } from '../rules/clock.ts';
import { clockOfKey, insertClock } from '../store/clocks.ts';

export async function startClock(context: Context, start: StartClock): Promise<{ clockId: Id }> {
  const clockId = context.newId();
  if (!(await insertClock(context, clockId, start))) {
    return { clockId: await clockOfKey(context.tx, start.key) };
  }
  const { kind, dueOn, accountId } = start;
  context.did({ what: 'clock', id: clockId, facts: { kind, dueOn } });
  const payload = { clockId, kind, state: 'running' };
  await context.tell({ name: 'clocks.clock_changed', accountId, payload });
  return { clockId };
}
