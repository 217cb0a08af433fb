/** Calls off a run: it stops at its next part, and what was decided before stays. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertRunEnd, runOf } from '../store/runs.ts';

export type CancelRunRefusal = 'strategies.no_such_run' | 'strategies.run_ended';

export async function cancelRun(
  context: Context,
  { runId }: { readonly runId: Id },
): Promise<Outcome<{ state: 'cancelled' }, CancelRunRefusal>> {
  const run = await runOf(context.tx, runId);
  if (!run) return refuse('strategies.no_such_run', { run: runId });
  const ended = await insertRunEnd(context, runId, 'cancelled');
  if (!ended) return refuse('strategies.run_ended', { run: runId });
  context.did({ what: 'run called off', id: runId });
  return accept({ state: 'cancelled' });
}
