/** Lets a clock rest and run again; only where its rule allows a rest. */
import type { Context } from '#platform/action.ts';
import { resumedDue, type Standing } from '../rules/clock.ts';
import { kindRule } from '../rules/kinds.ts';
import { lockClock, recordAct } from '../store/clocks.ts';

export type Because = { readonly key: string; readonly reason: string };

/** False when no clock of this key runs. Throws for a kind whose rule knows no rest. */
export async function pauseClock(context: Context, { key, reason }: Because): Promise<boolean> {
  const clock = await lockClock(context.tx, key);
  if (clock?.state !== 'running') return false;
  if (!kindRule(clock.kind).pauses) {
    throw new Error(`a clock of ${clock.kind} never rests; stop it or move it with its source`);
  }
  await change({ ...context, reason }, 'paused', {
    ...clock,
    state: 'paused',
    pausedOn: context.today,
  });
  return true;
}

/** Its last day is later by the days it rested. False when no clock of this key rests. */
export async function resumeClock(context: Context, { key, reason }: Because): Promise<boolean> {
  const clock = await lockClock(context.tx, key);
  if (clock?.state !== 'paused') return false;
  const dueOn = resumedDue(clock.dueOn, clock.pausedOn ?? context.today, context.today);
  const after: Standing = { ...clock, state: 'running', pausedOn: null, dueOn, told: false };
  await change({ ...context, reason }, 'resumed', after);
  return true;
}

async function change(
  context: Context,
  what: 'paused' | 'resumed',
  after: Standing,
): Promise<void> {
  await recordAct(context, what, after);
  const { clockId, kind, state, dueOn, accountId } = after;
  context.did({ what: `clock ${what}`, id: clockId, facts: { kind, dueOn } });
  const payload = { clockId, kind, state };
  await context.tell({ name: 'clocks.clock_changed', accountId, payload });
}
