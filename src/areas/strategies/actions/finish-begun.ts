/**
 * Goes on with runs that were begun, by a person or by a process that was killed: with the very
 * versions they were begun with.
 */
import type { Actor, Desk } from '#platform/action.ts';
import { unfinishedRuns } from '../store/runs.ts';
import { finishRun } from './run-strategies.ts';
import { strategiesToRun } from './strategies-to-run.ts';

export async function finishBegun(
  desk: Desk,
  { zone, actor, reason }: { readonly zone: string; readonly actor: Actor; reason: string },
): Promise<number> {
  const runs = await unfinishedRuns(desk.db, zone);
  for (const run of runs) {
    const strategies = await strategiesToRun(desk.db, run.asOf, run.startedAt);
    await finishRun(desk, run, { strategies, actor, reason });
  }
  return runs.length;
}
