/** Carries complaints that are not closed along when their account is merged into another. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { carryComplaintRows } from '../store/carrying.ts';

export async function carryComplaints(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ complaints: number }, never>> {
  const ids = await carryComplaintRows(context, carrying);
  for (const each of ids) {
    context.did({ what: 'complaint carried', id: each, facts: { into: carrying.into } });
  }
  return accept({ complaints: ids.length });
}
