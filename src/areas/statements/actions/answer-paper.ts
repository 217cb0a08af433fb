/**
 * Says whether a paper that is out of the ordinary goes out. Any paper can be held before it is
 * on its way; a released one goes out with its run, also when the rest has gone already.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { RunRefusal } from '../rules/run.ts';
import { insertAnswer, papersOf } from '../store/papers.ts';
import { insertRunChange, lockRun, updateRun } from '../store/runs.ts';

export type AnswerPaper = {
  readonly runId: Id;
  readonly accountId: Id;
  /** The document, of a run of invoices. */
  readonly subjectId?: Id | undefined;
  readonly answer: 'release' | 'hold';
};

export async function answerPaper(
  context: Context,
  { runId, accountId, subjectId, answer }: AnswerPaper,
): Promise<Outcome<{ answer: 'release' | 'hold' }, RunRefusal>> {
  const run = await lockRun(context.tx, runId);
  if (!run) return refuse('statements.no_such_run');
  if (run.state === 'stopped') return refuse('statements.run_over');
  const [paper] = await papersOf(context.tx, { runId, accountId, subjectId }, 1);
  if (!paper) return refuse('statements.no_such_paper');
  if (paper.deliveredAt !== null) return refuse('statements.gone_already');
  if (answer === 'release' && paper.fileId === null) return refuse('statements.not_written');
  if (answer === 'release' && paper.channel === null) return refuse('statements.no_way_out');
  if (answer === 'release' && paper.problems.length === 0 && paper.answer === null) {
    return refuse('statements.not_an_exception');
  }
  await insertAnswer(context, paper, { answer, reason: context.reason });
  context.did({ what: `${run.kind} ${answer}`, id: paper.statementId });
  if (answer === 'release' && run.state === 'done') {
    await updateRun(context, runId, { state: 'delivering', paused: false });
    await insertRunChange(context, { runId, what: 'resumed' });
    await context.tell({ name: 'statements.run_moved', accountId: null, payload: { runId } });
  }
  return accept({ answer });
}
