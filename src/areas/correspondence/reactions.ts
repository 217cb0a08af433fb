/** What the correspondence makes of the news of other areas. */
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold } from '#platform/events/merged.ts';
import { liftAbandoned } from './actions/bounces/settle-bounce.ts';
import { carryCallbacks } from './actions/calls/carry-callbacks.ts';
import { settlePaid } from './actions/mailbox/settle-paid.ts';

/** Money was applied: a mail that spoke of it has nothing left to wait for. */
export async function settlePaidMails(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId !== null) accepted(await settlePaid(context, accountId));
}

/** A contact was changed: an address that nobody has any more holds nothing up. */
export async function liftBounces(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId !== null) await liftAbandoned(context, accountId);
}

/** Two accounts became one: whoever waits for a call is called from there. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (merge) accepted(await carryCallbacks(context, merge));
}
