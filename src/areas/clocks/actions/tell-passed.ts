/** Tells each clock whose last day has passed, once; a clock that is moved may pass again. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockPassed, recordAct } from '../store/clocks.ts';

export async function tellPassed(
  context: Context,
  zone: string,
): Promise<Outcome<{ told: number }, never>> {
  const passed = await lockPassed(context.tx, zone, context.today);
  for (const clock of passed) {
    await recordAct(context, 'passed', { ...clock, told: true });
    const { clockId, key, kind, accountId, dueOn } = clock;
    context.did({ what: 'clock passed', id: clockId, facts: { kind, dueOn } });
    const payload = { clockId, key, kind, dueOn };
    await context.tell({ name: 'clocks.clock_passed', accountId, payload });
  }
  return accept({ told: passed.length });
}
