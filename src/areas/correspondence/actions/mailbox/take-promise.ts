/**
 * Takes the promise in a mail as it was read, or as a person put it right: the very action of the
 * promises, in one stroke with the note beside the mail. What the policy refuses is refused here.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type MakeRefusal, makePromise } from '#areas/promises/index.ts';
import { type PromisePolicy } from '#areas/promises/rules/promise.ts';
import type { MailboxRefusal } from '../../rules/mailbox/refusal.ts';
import { insertAct, lockMail } from '../../store/mailbox/standing.ts';
import { tellChanged } from './settle-mail.ts';

export type TakePromise = {
  readonly mailId: Id;
  readonly amount: Money;
  readonly dueOn: Day;
  readonly itemIds: readonly Id[];
  /** Open promises that the new one replaces. */
  readonly supersedes: readonly Id[];
};

export async function takePromise(
  context: Context,
  { mailId, ...terms }: TakePromise,
  policy: PromisePolicy,
): Promise<Outcome<{ promiseId: Id }, MailboxRefusal | MakeRefusal>> {
  const mail = await lockMail(context.tx, mailId);
  if (!mail) return refuse('mailbox.no_such_mail');
  const { accountId } = mail;
  if (accountId === null) return refuse('mailbox.mail_not_linked');
  const said = mail.findings.find(({ intent }) => intent === 'promise');
  const made = await makePromise(
    context,
    {
      ...terms,
      accountId,
      saidBy: mail.fromName || mail.fromAddress,
      method: null,
      note: said?.evidence ?? '',
    },
    policy,
  );
  if (!made.ok) return made;
  const { promiseId } = made.value;
  await insertAct(context, mailId, 'took', {
    promiseId,
    amount: formatMoney(terms.amount),
    currency: terms.amount.currency,
    dueOn: terms.dueOn,
  });
  await tellChanged(context, mail);
  return accept({ promiseId });
}
