/**
 * Carries legal holds along when their account is merged into another: who may not be written to
 * over there may not be written to here.
 *
 * What was said of consent, and every contact there was, is read through the merge: the counters
 * of the law know one debtor.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { carryHoldRows, insertHoldEnd } from '../store/holds.ts';

export async function carryHolds(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ holds: number }, never>> {
  const ids = await carryHoldRows(context, carrying);
  for (const holdId of ids) {
    const ended = { accountId: carrying.from, holdId, endedOn: context.today };
    await insertHoldEnd(context, ended);
    context.did({ what: 'legal hold carried', id: holdId, facts: { into: carrying.into } });
  }
  return accept({ holds: ids.length });
}
