/**
 * Answers the question that arises when a file says something else of a line that is used.
 *
 *   kept    ours stands; the bank was asked, or corrects itself
 *   taken   the bank's word stands; only once what was made of the line is taken back
 *
 * Nothing is changed under a receipt: money that was posted is undone first, by whoever posted.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import type { LineRefusal } from '../rules/refusal.ts';
import { lockLines } from '../store/line-acts.ts';
import { addVersions } from '../store/lines.ts';
import { findException, insertSettled } from '../store/exceptions.ts';

export type SettleException = {
  readonly exceptionId: Id;
  readonly decision: 'kept' | 'taken';
  readonly companies: 'all' | readonly Id[];
};

/** Refuses a question that is answered, and the bank's word while the line is used. */
export async function settleException(
  context: Context,
  { exceptionId, decision, companies }: SettleException,
): Promise<Outcome<void, LineRefusal>> {
  const asked = await findException(context.tx, exceptionId);
  const [line] = asked ? await lockLines(context, [asked.lineId]) : [];
  if (!asked || !line || (companies !== 'all' && !companies.includes(line.companyId))) {
    return refuse('bank_files.no_such_question');
  }
  // Read again under the lock: two people may answer at once.
  const standing = await findException(context.tx, exceptionId);
  if (!standing || standing.settled) return refuse('bank_files.question_answered');
  if (decision === 'taken') {
    if (line.usedBy !== null) return refuse('bank_files.line_used', { usedBy: line.usedBy });
    await addVersions(context, [
      {
        lineId: line.lineId,
        version: line.version + 1,
        statementId: standing.statementId,
        line: standing.line,
        richness: 0,
        digest: fingerprint(new TextEncoder().encode(exceptionId)),
      },
    ]);
    const { lineId } = line;
    await context.tell({ name: 'bank_files.line_changed', accountId: null, payload: { lineId } });
  }
  await insertSettled(context, exceptionId, decision);
  context.did({ what: `question ${decision}`, id: exceptionId });
  return accept(undefined);
}
