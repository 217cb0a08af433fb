/**
 * Allows a contact against the firm's own policy, for a reason that is stored with the permit.
 *
 * The rule: only the firm's hours and counts give way. What a law, a stay or the person forbids,
 * and what is not known, stays blocked however good the reason.
 */
import type { Context } from '#platform/action.ts';
import { mayOverride } from '../rules/overriding.ts';
import { inputsOf } from '../rules/permit-inputs.ts';
import { insertPermits } from '../store/permits.ts';
import { type Permit, askPermit } from './ask-permits.ts';
import { type Intended, weighContacts } from './weigh-contacts.ts';

export async function overridePermit(
  context: Context,
  intended: Intended,
  why: string,
): Promise<Permit> {
  const [weighed] = await weighContacts(context.tx, context, [intended]);
  if (!weighed || !mayOverride(weighed.answer.reasons)) return askPermit(context, intended);
  const { question, answer } = weighed;
  const { rules, reasons, nextAllowedAt, packs } = answer;
  const { contact, address, itemIds } = question;
  const permitId = context.newId();
  await insertPermits(context, [
    {
      accountId: intended.accountId,
      permitId,
      kind: 'allowed',
      askedAt: contact.at,
      contactId: intended.contactId,
      channel: contact.channel,
      address,
      purpose: contact.purpose,
      technology: contact.technology,
      itemIds,
      rules,
      reasons,
      inputs: { ...inputsOf(question, answer), override: why },
      nextAllowedAt,
    },
  ]);
  context.did({ what: 'policy set aside', id: permitId, facts: { why } });
  return { permitId, allowed: true, reasons, nextAllowedAt, packs };
}
