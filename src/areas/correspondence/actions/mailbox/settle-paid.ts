/**
 * The money that a mail spoke of is there: nothing of what the mail names is open, so it is done
 * by itself. A mail that asks for anything else besides stays for a person.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { accepted, type Context } from '#platform/action.ts';
import { mailsPaid } from '../../store/mailbox/paid.ts';
import { settleMail } from './settle-mail.ts';

export async function settlePaid(
  context: Context,
  accountId: Id,
): Promise<Outcome<{ settled: number }, never>> {
  const mailIds = await mailsPaid(context.tx, accountId);
  for (const mailId of mailIds) accepted(await settleMail(context, { mailId, to: 'done' }));
  return accept({ settled: mailIds.length });
}
