/** Carries calls that somebody still waits for along when their account is merged into another. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { carryCallbackRows } from '../../store/calls/callbacks.ts';

export async function carryCallbacks(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ callbacks: number }, never>> {
  const ids = await carryCallbackRows(context, carrying);
  for (const each of ids) {
    context.did({ what: 'call-back carried', id: each, facts: { into: carrying.into } });
  }
  return accept({ callbacks: ids.length });
}
