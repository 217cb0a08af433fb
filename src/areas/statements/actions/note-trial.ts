/** A sample of a run goes to whoever looks at it, before anybody else gets anything. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { memberById } from '#areas/team/index.ts';
import type { RunRefusal } from '../rules/run.ts';
import { insertRunChange, lockRun } from '../store/runs.ts';

export async function noteTrial(
  context: Context,
  { runId, papers }: { readonly runId: Id; readonly papers: number },
): Promise<Outcome<null, RunRefusal>> {
  if (!(await lockRun(context.tx, runId))) return refuse('statements.no_such_run');
  if (papers === 0) return refuse('statements.no_such_paper');
  await insertRunChange(context, { runId, what: 'tested', facts: { papers } });
  return accept(null);
}

/** Where a trial of somebody goes: their own address and no other. */
export async function trialTo(db: Queries, memberId: Id): Promise<string> {
  const member = await memberById(db, memberId);
  if (!member) throw new Error(`member ${memberId} is gone`);
  return member.email;
}
