/**
 * Where an experiment stands on a day: it splits accounts only while it is switched on, its days
 * have come, and both sides are in force.
 */
import type { Day } from '#kernel/day.ts';
import type { Experiment } from './document.ts';

export const experimentStates = ['off', 'waits', 'runs', 'over', 'no_challenger'] as const;
export type ExperimentState = (typeof experimentStates)[number];

export function experimentState(
  { from, to }: Pick<Experiment, 'from' | 'to'>,
  { isOn, hasChallenger }: { readonly isOn: boolean; readonly hasChallenger: boolean },
  today: Day,
): ExperimentState {
  if (today > to) return 'over';
  if (!isOn) return 'off';
  if (!hasChallenger) return 'no_challenger';
  return today < from ? 'waits' : 'runs';
}
