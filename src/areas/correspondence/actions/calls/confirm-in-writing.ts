/**
 * Confirms in writing what was promised on the telephone, in the language of whoever promised.
 *
 * Without an e-mail address nothing is written and nothing is refused: the promise stands.
 */
import { day } from '#kernel/day.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { type Facts, type Outcome, accept } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { confirmationOf } from '../../rules/calls/confirmation.ts';
import { shownDay, shownMoney } from '../../rules/calls/shown.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import type { Call } from '../../store/calls/calls.ts';
import { companyName } from '../../store/calls/prep.ts';
import { queueMessage } from '../messages/queue-message.ts';
import type { Done } from './do-outcomes.ts';

type Wish = { readonly done: readonly Done[]; readonly confirm: 'send' | 'draft' | 'none' };

export async function confirmInWriting(
  context: Context,
  call: Call,
  { done, confirm }: Wish,
): Promise<Outcome<readonly Done[], MessageRefusal>> {
  const promised = done.filter(({ outcome }) => ['promise', 'part', 'plan'].includes(outcome));
  const email = await emailOf(context, call);
  if (confirm === 'none' || promised.length === 0 || email === undefined) return accept([]);
  const { accountId, callId, contactId, person, language, caller } = call;
  const { subject, text } = confirmationOf(
    {
      person,
      caller,
      company: await companyName(context.tx, accountId),
      on: shownDay(context.today, language),
      agreed: promised.map(({ facts }) => ({
        amount: amountsOf(facts, language),
        by: shownDay(day(String(facts.dueOn)), language),
      })),
      disputed: done
        .filter(({ outcome }) => outcome === 'dispute')
        .map(({ facts }) => amountsOf(facts, language))
        .join(', '),
    },
    language,
  );
  const queued = await queueMessage(context, {
    key: `call/${callId}/confirmation`,
    accountId,
    contactId,
    channel: 'email',
    toName: person,
    toAddress: email,
    language,
    subject,
    text,
    html: '',
    templateKey: null,
    templateVersion: null,
    purpose: 'answer',
    itemIds: [],
    attachments: [],
    state: confirm === 'send' ? 'queued' : 'draft',
  });
  if (!queued.ok) return queued;
  const facts = { confirmation: 'yes', to: email };
  return accept([{ outcome: 'information', objectId: queued.value.messageId, facts }]);
}

async function emailOf(context: Context, { accountId, contactId }: Call) {
  const account = await findAccount(context.tx, accountId);
  if (!account || contactId === null) return undefined;
  const contacts = await contactsOf(context.tx, account.customerId);
  return contacts.find((each) => each.contactId === contactId)?.email ?? undefined;
}

/** Amounts of several items are joined by a plus; each is shown with its currency. */
function amountsOf({ amount, currency: code }: Facts, language: Language): string {
  return String(amount)
    .split(' + ')
    .flatMap((each) => parseMoney(each, currency(String(code))) ?? [])
    .map((each) => shownMoney(each, language))
    .join(' + ');
}
