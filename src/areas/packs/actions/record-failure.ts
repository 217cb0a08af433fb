/**
 * Writes down that a period could not be made and when it is tried again; whoever owns the
 * schedule is asked to look, once.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { againAt } from '../rules/delivery.ts';
import { insertFailure, lastFailure } from '../store/failures.ts';
import { askOwner } from './ask-owner.ts';

export type RecordFailure = {
  readonly scheduleId: Id;
  readonly companyId: Id;
  readonly ownerId: Id;
  readonly name: string;
  readonly period: string;
  readonly detail: string;
};

export async function recordFailure(
  context: Context,
  failed: RecordFailure,
): Promise<Outcome<{ attemptNo: number }, never>> {
  const { scheduleId, period, detail, name, companyId, ownerId } = failed;
  const before = await lastFailure(context.tx, scheduleId, period);
  const attemptNo = (before?.attemptNo ?? 0) + 1;
  const again = againAt(attemptNo, context.at);
  await insertFailure(context, { scheduleId, period, attemptNo, detail, againAt: again });
  context.did({ what: 'pack not made', id: scheduleId, facts: { period, attempt: attemptNo } });
  if (attemptNo === 1 || again === null) {
    await askOwner(context, {
      companyId,
      ownerId,
      title: `Report not made / Informe no elaborado: ${name} (${period})`,
      text: detail,
    });
  }
  return accept({ attemptNo });
}
