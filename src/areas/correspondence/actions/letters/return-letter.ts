/**
 * The post brought a letter back: it never arrived, and nothing more goes to that address until
 * somebody saves another one.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { refuseAddress } from '#areas/customers/index.ts';
import type { LetterRefusal, ReturnCause } from '../../rules/letters/letter.ts';
import { insertReturned, mailLog } from '../../store/mail-log.ts';
import { lockMessage, moveMessage } from '../../store/messages.ts';

export type ReturnLetter = {
  readonly accountId: Id;
  readonly messageId: Id;
  readonly on: Day;
  readonly cause: ReturnCause;
  readonly note: string;
};

export async function returnLetter(
  context: Context,
  { accountId, messageId, on, cause, note }: ReturnLetter,
): Promise<Outcome<{ addressStopped: boolean }, LetterRefusal | 'customers.no_such_address'>> {
  const ref = { accountId, messageId };
  await lockMessage(context.tx, ref);
  const [letter] = await mailLog(context.tx, { companies: 'all', accountId, messageId }, 1);
  if (!letter) return refuse('correspondence.no_such_letter');
  if (letter.state === 'returned') return refuse('correspondence.letter_returned_already');
  if (letter.state === 'printed') return refuse('correspondence.letter_not_mailed');
  await insertReturned(context, ref, { on, cause, note });
  await moveMessage(context, ref, { event: 'bounced', state: 'bounced', detail: cause });
  const { addressId } = letter;
  const stopped = await refuseAddress(context, { accountId, addressId, cause, on });
  if (!stopped.ok) return stopped;
  context.did({ what: 'letter returned', id: messageId, facts: { cause } });
  await context.tell({
    name: 'correspondence.message_bounced',
    accountId,
    payload: { accountId, messageId, key: letter.key },
  });
  return accept({ addressStopped: stopped.value.news });
}
