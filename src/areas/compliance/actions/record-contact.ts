/**
 * Writes a contact down under its permit, and what came of it later.
 *
 * The rule: what we did needs a permit that was asked before and allowed it; what had happened
 * already (an inbound call, a visit that a sales person tells of) is always recorded, under a
 * permit of kind `reported` that shows any breach.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { addressKey } from '../rules/address.ts';
import type { ContactResult } from '../rules/contact.ts';
import { inputsOf } from '../rules/permit-inputs.ts';
import { type NewContact, insertContacts, insertResult } from '../store/contacts.ts';
import { insertPermits, permitsOf } from '../store/permits.ts';
import { type Intended, weighContacts } from './weigh-contacts.ts';

export type MadeContact = Omit<NewContact, 'purpose' | 'toWork'>;

export type ContactRefusal =
  | 'compliance.no_such_permit'
  | 'compliance.permit_blocked'
  | 'compliance.permit_used'
  | 'compliance.permit_for_another_channel';

/** Records a contact that its permit allowed. */
export async function recordContact(
  context: Context,
  made: MadeContact,
): Promise<Outcome<{ permitId: Id }, ContactRefusal>> {
  const recorded = await recordContacts(context, [made]);
  return recorded.ok ? accept({ permitId: made.permitId }) : recorded;
}

/** Records many contacts, each under a permit of its own that allowed it; or none of them. */
export async function recordContacts(
  context: Context,
  made: readonly MadeContact[],
): Promise<Outcome<{ recorded: number }, ContactRefusal>> {
  const permits = await permitsOf(context.tx, made);
  const contacts: NewContact[] = [];
  for (const each of made) {
    const { permitId, channel } = each;
    const permit = permits.get(permitId);
    // Of two contacts under one permit the second finds it used.
    permits.delete(permitId);
    if (!permit) {
      const twice = contacts.some((other) => other.permitId === permitId);
      const name = twice ? 'compliance.permit_used' : 'compliance.no_such_permit';
      return refuse(name, { permit: permitId });
    }
    if (permit.kind === 'blocked') return refuse('compliance.permit_blocked', { permit: permitId });
    if (permit.used) return refuse('compliance.permit_used', { permit: permitId });
    // A call that ends in a voicemail was still the call that was allowed.
    if (family(permit.channel) !== family(channel)) {
      return refuse('compliance.permit_for_another_channel', { channel, permit: permit.channel });
    }
    const { purpose, toWork } = permit;
    contacts.push({ ...each, purpose, toWork, address: addressKey(channel, each.address) });
  }
  await insertContacts(context, contacts);
  for (const { permitId, channel, result } of contacts) {
    context.did({ what: 'contact', id: permitId, facts: { channel, result } });
  }
  return accept({ recorded: contacts.length });
}

function family(channel: string): string {
  return channel === 'voicemail' ? 'call' : channel;
}

export type ReportedContact = Omit<MadeContact, 'permitId'> & Pick<Intended, 'purpose'>;

/** Records what had happened already; what it would have been blocked by stands beside it. */
export async function reportContact(
  context: Context,
  told: ReportedContact,
): Promise<Outcome<{ permitId: Id; breaches: readonly string[] }>> {
  const { accountId, contactId, channel, address, purpose, itemIds, at, direction } = told;
  const asked = { accountId, contactId, channel, address, purpose, itemIds, at };
  const [weighed] = await weighContacts(context.tx, context, [{ ...asked, technology: 'manual' }]);
  if (!weighed) throw new Error('the gate left a question without an answer');
  const { question, answer } = weighed;
  // Nobody breaks a rule by being called.
  const reasons = direction === 'in' ? [] : answer.reasons;
  const permitId = context.newId();
  await insertPermits(context, [
    {
      ...asked,
      permitId,
      kind: 'reported',
      askedAt: at,
      address: question.address,
      technology: 'manual',
      rules: answer.rules,
      reasons,
      inputs: inputsOf(question, answer),
      nextAllowedAt: null,
    },
  ]);
  const contact = { ...told, permitId, address: question.address, toWork: false };
  await insertContacts(context, [contact]);
  context.did({ what: 'contact', id: permitId, facts: { channel, result: told.result } });
  return accept({ permitId, breaches: reasons.map(({ id }) => id) });
}

/** Records what a contact came to, when that was learnt later: a delivery report, a bounce. */
export async function settleContact(
  context: Context,
  settled: { readonly accountId: Id; readonly permitId: Id; readonly result: ContactResult },
): Promise<void> {
  await insertResult(context, settled);
}
