/** Deadlines of an account that was merged into another stand under that one, as due as before. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { moveToAccount } from '../store/clocks.ts';

export async function carryClocks(
  context: Context,
  { from, into }: { readonly from: Id; readonly into: Id },
): Promise<Outcome<{ clocks: number }, never>> {
  const clocks = await moveToAccount(context.tx, from, into);
  if (clocks > 0) context.did({ what: 'deadlines carried', id: from, facts: { into, clocks } });
  return accept({ clocks });
}
