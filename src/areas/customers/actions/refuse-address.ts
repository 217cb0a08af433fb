/** The post brought a letter back: no letter goes to this address again. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { deliveriesOf, insertRefusedAddress } from '../store/delivery.ts';
import { recordActivity } from '../store/timeline.ts';

export type RefuseAddress = {
  readonly accountId: Id;
  readonly addressId: Id;
  /** What the post wrote on it, by its name in the words. */
  readonly cause: string;
  readonly on: Day;
};

/** Answers whether this was news; a second letter that comes back changes nothing. */
export async function refuseAddress(
  context: Context,
  { accountId, addressId, cause, on }: RefuseAddress,
): Promise<Outcome<{ news: boolean }, 'customers.no_such_address'>> {
  const news = await insertRefusedAddress(context, { accountId, addressId }, { cause, on });
  const [now] = await deliveriesOf(context.tx, [accountId]);
  if (!now) return refuse('customers.no_such_address');
  if (!news) return accept({ news });
  await recordActivity(context, {
    accountId,
    kind: 'contact',
    phrase: 'activity.address_refused',
    facts: { cause },
    touch: false,
  });
  context.did({ what: 'postal address refused', id: addressId, facts: { cause } });
  await context.tell({
    name: 'customers.address_refused',
    accountId,
    payload: { addressId, cause },
  });
  return accept({ news });
}
