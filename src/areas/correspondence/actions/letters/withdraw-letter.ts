/**
 * Takes a printed letter back before the post or the provider has it: its pages stay in the print
 * file, and nothing of it is handed over, mailed or counted as a contact.
 *
 * A person does it, or the desk itself when the letter would go to somebody who may not be written
 * to any more. What the provider may have is not taken back: nobody knows where it is.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { isUnknown } from '../../rules/letters/handing.ts';
import type { LetterRefusal } from '../../rules/letters/letter.ts';
import { nextState } from '../../rules/messages/message.ts';
import { handingsOf } from '../../store/handings.ts';
import { type LoggedLetter, mailLog } from '../../store/mail-log.ts';
import { lockMessage, moveMessage } from '../../store/messages.ts';
import { insertOutcome } from '../../store/sending.ts';

export type WithdrawLetter = { readonly accountId: Id; readonly messageId: Id };

export async function withdrawLetter(
  context: Context,
  { accountId, messageId }: WithdrawLetter,
): Promise<Outcome<{ state: 'withdrawn' }, LetterRefusal>> {
  const { tx, reason } = context;
  await lockMessage(tx, { accountId, messageId });
  const [letter] = await mailLog(tx, { companies: 'all', accountId, messageId }, 1);
  if (!letter) return refuse('correspondence.no_such_letter');
  if (letter.state === 'withdrawn') return refuse('correspondence.letter_withdrawn_already');
  if (letter.state !== 'printed') return refuse('correspondence.letter_gone_already');
  const last = (await handingsOf(tx, [messageId])).get(messageId);
  if (isUnknown(last?.event ?? null)) {
    return refuse('correspondence.handing_unknown', { letters: 1 });
  }
  await takeBack(context, letter, reason);
  return accept({ state: 'withdrawn' });
}

/** Takes back a locked letter that is still here; whoever asked for the notice hears of it. */
export async function takeBack(context: Context, letter: LoggedLetter, why: string): Promise<void> {
  const { accountId, messageId, key, attempts, name } = letter;
  const next = nextState('sending', 'withdrawn');
  if (!next.ok) throw new Error('a printed letter can always be taken back');
  const outcome = { attemptNo: attempts, outcome: 'not_sent', detail: why, ref: null } as const;
  await insertOutcome(context, letter, outcome);
  await moveMessage(context, letter, { event: 'withdrawn', state: next.value, detail: why });
  context.did({ what: 'letter withdrawn', id: messageId, facts: { why } });
  const payload = { accountId, messageId, key, why };
  await context.tell({ name: 'correspondence.message_failed', accountId, payload });
  await recordActivity(context, {
    accountId,
    kind: 'message',
    phrase: 'activity.letter_withdrawn',
    facts: { to: name },
    text: why,
    touch: false,
  });
}
