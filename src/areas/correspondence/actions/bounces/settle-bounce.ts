/** The address was mended or works again: from now on it gets mail. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { bouncesOf, insertBounceSettled } from '../../store/bounces.ts';

export async function settleBounce(
  context: Context,
  { accountId, address }: { readonly accountId: Id; readonly address: string },
): Promise<Outcome<{ settled: true }, 'correspondence.not_blocked'>> {
  const blocked = await bouncesOf(context.tx, accountId);
  if (!blocked.some((each) => each.address === address.toLowerCase())) {
    return refuse('correspondence.not_blocked', { to: address });
  }
  await insertBounceSettled(context, accountId, address.toLowerCase());
  context.did({ what: 'address mended', id: accountId, facts: { address } });
  await context.tell({
    name: 'correspondence.address_mended',
    accountId,
    payload: { accountId, address },
  });
  return accept({ settled: true });
}
