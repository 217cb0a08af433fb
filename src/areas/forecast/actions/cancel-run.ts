/** Calls a run off: it stops before its next part, and the forecast before it stays. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { dropPieces } from '../store/cash.ts';
import { insertEnd, lockRuns, runById } from '../store/runs.ts';

type Refusal = 'forecast.no_such_run' | 'forecast.run_ended';

/** Refusals: `forecast.no_such_run`, `forecast.run_ended`. */
export async function cancelRun(
  context: Context,
  runId: Id,
): Promise<Outcome<{ runId: Id }, Refusal>> {
  const { tx } = context;
  const run = await runById(tx, runId);
  if (!run) return refuse('forecast.no_such_run', { run: runId });
  await lockRuns(tx, run.zone);
  if (!(await insertEnd(context, runId, 'cancelled'))) {
    return refuse('forecast.run_ended', { run: runId });
  }
  await dropPieces(tx, runId);
  context.did({ what: 'forecast called off', id: runId });
  return accept({ runId });
}
