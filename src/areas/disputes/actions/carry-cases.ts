/**
 * Carries what is contested along when its account is merged into another: the case with its
 * questions, answers and papers goes on there, owed an answer on the day on which it always was.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import { carryContested, contestedOn } from '../store/carrying.ts';

export async function carryCases(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ cases: number }, never>> {
  const { tx } = context;
  const { from, into } = carrying;
  await lockAccounts(tx, [from, into]);
  const contested = await contestedOn(tx, from);
  await carryContested(context, carrying, contested);
  for (const caseId of contested.caseIds) {
    context.did({ what: 'dispute carried', id: caseId, facts: { into } });
    const payload = { caseId, kind: 'noted', state: 'carried' };
    await context.tell({ name: 'disputes.case_changed', accountId: into, payload });
  }
  return accept({ cases: contested.caseIds.length });
}
