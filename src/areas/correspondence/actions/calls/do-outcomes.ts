/**
 * Does what follows from each outcome of a call, in the order in which one needs the other:
 * what is contested first, then what is promised of the rest, then everything else.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Facts, type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type OpenDisputeRefusal, openDispute } from '#areas/disputes/index.ts';
import { type MakeRefusal, makePromise } from '#areas/promises/index.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { type PlanRhythm, planParts } from '../../rules/calls/goal.ts';
import type { CallOutcome } from '../../rules/calls/outcome.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import type { Call } from '../../store/calls/calls.ts';
import type { PayMethod } from '../../store/calls/claims.ts';
import { insertWrongNumber } from '../../store/calls/callers.ts';
import { askCallback, handOver } from './ask-callback.ts';
import { claimPayment } from './claim-payment.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import { confirmInWriting } from './confirm-in-writing.ts';
import { sendCopies } from './send-copies.ts';
import { stopContact } from './stop-contact.ts';

type Dispute = Omit<Parameters<typeof openDispute>[1], 'accountId'>;

export type Came =
  | {
      readonly outcome: 'promise' | 'part';
      readonly amount: Money;
      readonly dueOn: Day;
      readonly method: string | null;
      readonly itemIds: readonly Id[];
      readonly supersedes: readonly Id[];
    }
  | {
      readonly outcome: 'plan';
      readonly amount: Money;
      readonly parts: number;
      readonly firstOn: Day;
      readonly every: PlanRhythm;
      readonly method: string | null;
      readonly supersedes: readonly Id[];
    }
  | ({ readonly outcome: 'dispute' } & Dispute)
  | {
      readonly outcome: 'copy' | 'not_received';
      readonly originalIds: readonly Id[];
      /** Where to; null: the address on file. Another one is kept for the contact. */
      readonly email: string | null;
    }
  | {
      readonly outcome: 'already_paid';
      readonly method: PayMethod;
      readonly reference: string;
      readonly paidOn: Day;
      readonly amount: Money;
      readonly itemIds: readonly Id[];
    }
  | {
      readonly outcome: 'callback';
      readonly on: Day;
      readonly minutes: number;
      readonly zone: string;
      readonly number: string | null;
    }
  | { readonly outcome: 'handed_over'; readonly memberId: Id }
  | { readonly outcome: 'stop_contact'; readonly scope: 'number' | 'calls' | 'all' }
  | { readonly outcome: Exclude<CallOutcome, Worked> };

type Worked =
  | 'promise'
  | 'part'
  | 'plan'
  | 'dispute'
  | 'copy'
  | 'not_received'
  | 'already_paid'
  | 'callback'
  | 'handed_over'
  | 'stop_contact';

/** One thing that was done: what it came of, what it made, and what is said of it. */
export type Done = {
  readonly outcome: CallOutcome;
  readonly objectId: Id | null;
  readonly facts: Facts;
};

export type EffectRefusal =
  | CallRefusal
  | MakeRefusal
  | OpenDisputeRefusal
  | MessageRefusal
  | TemplateRefusal;

export type Doing = {
  readonly came: readonly Came[];
  readonly note: string;
  readonly confirm: 'send' | 'draft' | 'none';
};

type Result = Outcome<{ readonly done: readonly Done[]; readonly at?: Instant }, EffectRefusal>;

const order: readonly CallOutcome[] = ['dispute', 'promise', 'part', 'plan', 'already_paid'];

export async function doOutcomes(
  context: Context,
  call: Call,
  { came, note, confirm }: Doing,
): Promise<Outcome<{ done: readonly Done[]; callbackAt: Instant | null }, EffectRefusal>> {
  const place = (outcome: CallOutcome): number =>
    order.includes(outcome) ? order.indexOf(outcome) : order.length;
  const done: Done[] = [];
  let callbackAt: Instant | null = null;
  for (const each of came.toSorted((a, b) => place(a.outcome) - place(b.outcome))) {
    const did = await doOne(context, call, each, note);
    if (!did.ok) return did;
    done.push(...did.value.done);
    callbackAt = did.value.at ?? callbackAt;
  }
  const written = await confirmInWriting(context, call, { done, confirm });
  if (!written.ok) return written;
  return accept({ done: [...done, ...written.value], callbackAt });
}

async function doOne(context: Context, call: Call, came: Came, note: string): Promise<Result> {
  switch (came.outcome) {
    case 'dispute':
      return dispute(context, call, came);
    case 'promise':
    case 'part':
      return promise(context, call, { ...came, note });
    case 'plan':
      return plan(context, call, { ...came, note });
    case 'copy':
    case 'not_received':
      return sendCopies(context, call, came);
    case 'already_paid':
      return claimPayment(context, call, { ...came, note });
    case 'callback':
      return askCallback(context, call, { ...came, note });
    case 'handed_over':
      return handOver(context, call, { memberId: came.memberId, note });
    case 'stop_contact':
      return stopContact(context, call, came.scope);
    case 'wrong_person':
    case 'no_answer':
    case 'voicemail':
    case 'refuses':
    case 'information':
      return plain(context, call, came.outcome);
  }
}

async function dispute(
  context: Context,
  { accountId }: Call,
  came: Extract<Came, { outcome: 'dispute' }>,
): Promise<Result> {
  const opened = await openDispute(context, { ...came, accountId });
  if (!opened.ok) return opened;
  const { caseId, disputed } = opened.value;
  const [first] = disputed;
  const facts = {
    reason: came.reason,
    amount: disputed.map(formatMoney).join(' + '),
    currency: first?.currency ?? '',
  };
  return accept({ done: [{ outcome: 'dispute', objectId: caseId, facts }] });
}

type Promised = Omit<Extract<Came, { outcome: 'promise' | 'part' }>, 'outcome'> & {
  readonly outcome: 'promise' | 'part' | 'plan';
  readonly note: string;
};

async function promise(context: Context, call: Call, came: Promised): Promise<Result> {
  const { accountId, person } = call;
  const { outcome, amount, dueOn } = came;
  const made = await makePromise(
    context,
    { ...came, accountId, saidBy: person },
    standardPromisePolicy,
  );
  if (!made.ok) return made;
  const facts = { amount: formatMoney(amount), currency: amount.currency, dueOn };
  return accept({ done: [{ outcome, objectId: made.value.promiseId, facts }] });
}

/** Each part is a promise of its own, so that the one that fails is seen on its day. */
async function plan(
  context: Context,
  call: Call,
  came: Extract<Came, { outcome: 'plan' }> & { readonly note: string },
): Promise<Result> {
  const parts = planParts(came);
  if (!parts.ok) return parts;
  const done: Done[] = [];
  for (const [index, part] of parts.value.entries()) {
    const supersedes = index === 0 ? came.supersedes : [];
    const made = await promise(context, call, { ...came, ...part, supersedes, itemIds: [] });
    if (!made.ok) return made;
    done.push(...made.value.done);
  }
  return accept({ done });
}

async function plain(context: Context, call: Call, outcome: CallOutcome): Promise<Result> {
  const { accountId, contactId, number, callId } = call;
  if (outcome === 'wrong_person' && contactId !== null) {
    await insertWrongNumber(context, { accountId, contactId, number, callId });
    const payload = { contactId, number, callId };
    await context.tell({ name: 'correspondence.number_wrong', accountId, payload });
  }
  return accept({ done: [{ outcome, objectId: null, facts: {} }] });
}
