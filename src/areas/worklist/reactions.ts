/** What the list makes of the news of other areas. */
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { buildAll, rebuildAccounts } from './actions/build-worklist.ts';
import { checkControl } from './actions/check-control.ts';

/** Something happened to one account: its place in the day is found again. */
export async function placeAgain(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId !== null) await rebuildAccounts(context, [accountId]);
}

/** A whole book came in or went: everything is found again. */
export async function placeAll(context: Context): Promise<void> {
  await buildAll(context);
  accepted(await checkControl(context));
}
