/** In which colour a run stands: what wants a person is the one that is seen first. */
import type { WireRun } from '#areas/statements/contract/runs.ts';
import type { Tone } from '#web/ui/Tag.tsx';

export function runTone({ state, paused }: Pick<WireRun, 'state' | 'paused'>): Tone {
  if (paused || state === 'review') return 'warn';
  if (state === 'done') return 'good';
  return 'plain';
}
