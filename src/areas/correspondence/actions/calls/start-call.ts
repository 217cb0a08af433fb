/**
 * Begins a call: the gate is asked first, and its answer is stored whether or not it allows it.
 *
 * The rule: a number is handed out for dialing only with a permit that allows the call. A call
 * of which nobody said what came of it is asked about before the next.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { e164 } from '#kernel/phone.ts';
import type { Context } from '#platform/action.ts';
import { type Intended, type Reason, askPermit, overridePermit } from '#areas/compliance/index.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import { insertCall, lockCalls, unfinishedCall } from '../../store/calls/calls.ts';

export type StartCall = {
  readonly accountId: Id;
  readonly contactId: Id;
  /** A number that they said; null: the one on file. */
  readonly number: string | null;
  readonly stepKey: string | null;
  /** Dialed by hand, or by a machine from the list. */
  readonly technology: 'manual' | 'autodialed';
  /** Why one calls against the firm's own policy; null: one does not. */
  readonly override: string | null;
};

export type StartedCall = {
  /** Null: the gate said no, and nothing is to be dialed. */
  readonly callId: Id | null;
  readonly number: string;
  readonly reasons: readonly Reason[];
  readonly nextAllowedAt: Instant | null;
};

export async function startCall(
  context: Context,
  wish: StartCall,
): Promise<Outcome<StartedCall, CallRefusal>> {
  const { tx, actor, at } = context;
  const { accountId, contactId, stepKey, technology, override } = wish;
  if (actor.memberId === null) return refuse('call.needs_person');
  const account = await findAccount(tx, accountId);
  if (!account) return refuse('call.no_such_account');
  await lockCalls(context, accountId);
  const open = await unfinishedCall(tx, accountId, actor.memberId);
  if (open) return refuse('call.unfinished', { person: open.person, at: open.startedAt });
  const contacts = await contactsOf(tx, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (!contact) return refuse('call.no_such_contact');
  const phone = wish.number ?? contact.phone ?? '';
  const number = e164(phone);
  if (number === undefined) return refuse('call.number_unfit', { number: phone });
  const intended: Intended = {
    accountId,
    contactId,
    channel: 'call',
    address: number,
    purpose: 'collect',
    technology,
    itemIds: [],
  };
  const permit =
    override === null
      ? await askPermit(context, intended)
      : await overridePermit(context, intended, override);
  const { allowed, reasons, nextAllowedAt, permitId } = permit;
  if (!allowed) return accept({ callId: null, number, reasons, nextAllowedAt });
  const callId = context.newId();
  await insertCall(context, {
    accountId,
    callId,
    direction: 'out',
    contactId,
    person: contact.name,
    number,
    language: contact.language,
    permitId,
    overrideReason: reasons.length === 0 ? null : override,
    stepKey,
    startedAt: at,
    memberId: actor.memberId,
  });
  context.did({ what: 'call begun', id: callId, facts: { contactId, number } });
  return accept({ callId, number, reasons, nextAllowedAt });
}
