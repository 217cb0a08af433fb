/** What the correspondence makes of the news of other areas. */
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { settlePaid } from './actions/mailbox/settle-paid.ts';

/** Money was applied: a mail that spoke of it has nothing left to wait for. */
export async function settlePaidMails(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId !== null) accepted(await settlePaid(context, accountId));
}
