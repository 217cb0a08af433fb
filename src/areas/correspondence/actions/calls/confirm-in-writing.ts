/**
 * Confirms in writing what was promised on the telephone, in the language of whoever promised.
 *
 * Without an e-mail address nothing is written and nothing is refused: the promise stands.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { confirmationOf } from '../../rules/calls/confirmation.ts';
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
        amount: shownAmount(String(facts.amount), String(facts.currency), language),
        by: shownDay(day(String(facts.dueOn)), language),
      })),
      disputed: done
        .filter(({ outcome }) => outcome === 'dispute')
        .map(({ facts }) => shownAmount(String(facts.amount), String(facts.currency), language))
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

const locales = { en: 'en-US', es: 'es-US' } as const;

function shownDay(on: Day, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${on}T00:00:00Z`));
}

/** Amounts of several items are joined by a plus; each is shown with its currency. */
function shownAmount(amounts: string, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency });
  // A decimal string is formatted exactly; a number would not hold every amount.
  const exact = (amount: string): string => format.format(amount as Intl.StringNumericLiteral);
  return amounts
    .split(' + ')
    .map((amount) => exact(amount))
    .join(' + ');
}
