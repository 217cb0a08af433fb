/**
 * Confirms in writing what was promised on the telephone, in the language of whoever promised.
 *
 * Without an e-mail address nothing is written and nothing is refused: the promise stands.
 */
import { day } from '#kernel/day.ts';
import { type Money, currency, parseMoney } from '#kernel/money.ts';
import { type Facts, type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import type { Call } from '../../store/calls/calls.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import { writeByTemplate } from '../messages/write-by-template.ts';
import type { Done } from './do-outcomes.ts';

/** The template that says it, in the company's own words where it has put them in place. */
export const templateKey = 'call-confirmation';

type Wish = { readonly done: readonly Done[]; readonly confirm: 'send' | 'draft' | 'none' };

export async function confirmInWriting(
  context: Context,
  call: Call,
  { done, confirm }: Wish,
): Promise<Outcome<readonly Done[], MessageRefusal | TemplateRefusal>> {
  const promised = done.filter(({ outcome }) => ['promise', 'part', 'plan'].includes(outcome));
  const email = await emailOf(context, call);
  if (confirm === 'none' || promised.length === 0 || email === undefined) return accept([]);
  const { accountId, callId, contactId, person, language, caller } = call;
  const queued = await writeByTemplate(context, {
    key: `call/${callId}/confirmation`,
    accountId,
    contactId,
    channel: 'email',
    toName: person,
    toAddress: email,
    language,
    templateKey,
    extra: {
      sender: { name: caller, phone: '' },
      agreed: promised.map(({ facts }) => ({
        amounts: amountsIn(facts),
        dueOn: day(String(facts.dueOn)),
      })),
      contested: done
        .filter(({ outcome }) => outcome === 'dispute')
        .flatMap(({ facts }) => amountsIn(facts)),
    },
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

/** Amounts of several items are joined by a plus. */
function amountsIn({ amount, currency: code }: Facts): Money[] {
  return String(amount)
    .split(' + ')
    .flatMap((each) => parseMoney(each, currency(String(code))) ?? []);
}
