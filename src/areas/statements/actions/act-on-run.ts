/** Approves, pauses, resumes or stops a run of statements or invoices. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type RunAct,
  type RunRefusal,
  type RunStanding,
  actOnRun as decide,
} from '../rules/run.ts';
import { insertRunChange, lockRun, updateRun } from '../store/runs.ts';

const done: Readonly<Record<RunAct, string>> = {
  approve: 'approved',
  pause: 'paused',
  resume: 'resumed',
  stop: 'stopped',
};

export async function actOnRun(
  context: Context,
  { runId, act }: { readonly runId: Id; readonly act: RunAct },
): Promise<Outcome<RunStanding, RunRefusal>> {
  const run = await lockRun(context.tx, runId);
  if (!run) return refuse('statements.no_such_run');
  const decision = decide(run, act);
  if (!decision.ok) return decision;
  await updateRun(context, runId, decision.value);
  await insertRunChange(context, { runId, what: done[act] });
  context.did({ what: `${run.kind} run ${done[act]}`, id: runId });
  if (act === 'approve' || act === 'resume') {
    await context.tell({ name: 'statements.run_moved', accountId: null, payload: { runId } });
  }
  return accept(decision.value);
}
