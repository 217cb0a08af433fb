/**
 * Takes a call that comes in: who it is, how they were verified, and whether they may be told.
 *
 * It has happened already, so it is always written down; what the caller may hear is decided
 * before anything is said, and stands beside the call.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { e164 } from '#kernel/phone.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import {
  type Answered,
  type CallerRelation,
  type Telling,
  isVerified,
  mayBeTold,
} from '../../rules/calls/telling.ts';
import { insertCall, lockCalls, unfinishedCall } from '../../store/calls/calls.ts';
import { authorisedOn, insertCheck } from '../../store/calls/callers.ts';
import { accountKind } from '../../store/calls/prep.ts';

export type TakeCall = {
  readonly accountId: Id;
  /** Null: somebody whom the desk does not know, by the name they give. */
  readonly contactId: Id | null;
  readonly person: string;
  readonly relation: CallerRelation;
  readonly number: string;
  readonly language: Language;
  readonly answers: readonly Answered[];
};

export async function takeCall(
  context: Context,
  wish: TakeCall,
): Promise<Outcome<{ callId: Id; verified: boolean; telling: Telling }, CallRefusal>> {
  const { tx, actor, at } = context;
  const { accountId, contactId, answers } = wish;
  if (actor.memberId === null) return refuse('call.needs_person');
  const account = await findAccount(tx, accountId);
  if (!account) return refuse('call.no_such_account');
  await lockCalls(context, accountId);
  const open = await unfinishedCall(tx, accountId, actor.memberId);
  if (open) return refuse('call.unfinished', { person: open.person, at: open.startedAt });
  const contacts = await contactsOf(tx, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (contactId !== null && !contact) return refuse('call.no_such_contact');
  const number = e164(wish.number) ?? '';
  const authorised = await authorisedOn(tx, accountId);
  const verified = isVerified(answers) || calledFromFile(number, contact?.phone, answers);
  const telling = mayBeTold(await accountKind(tx, accountId), {
    relation: wish.relation,
    onFile: contact !== undefined,
    verified,
    authorised: authorised.some((each) => each.contactId === contactId),
  });
  const callId = context.newId();
  await insertCall(context, {
    ...wish,
    callId,
    direction: 'in',
    person: contact?.name ?? wish.person,
    number,
    permitId: null,
    overrideReason: null,
    stepKey: null,
    startedAt: at,
    memberId: actor.memberId,
  });
  const because = telling.told ? telling.because : telling.refusal;
  const { relation } = wish;
  const { told } = telling;
  await insertCheck(context, { accountId, callId, relation, answers, verified, told, because });
  context.did({ what: 'call taken', id: callId, facts: { verified: String(verified), because } });
  return accept({ callId, verified, telling });
}

/** The number on file is one right answer by itself; numbers can be faked, so it is not two. */
function calledFromFile(
  number: string,
  onFile: string | null | undefined,
  answers: readonly Answered[],
): boolean {
  if (number === '' || e164(onFile ?? '') !== number) return false;
  return isVerified([...answers, { check: 'phone', right: true }]);
}
