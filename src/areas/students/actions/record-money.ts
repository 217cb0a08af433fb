/**
 * Writes down what a term costs and which aid came for it. What the books do not have yet is
 * posted: a charge as an invoice, aid as money that came, laid on what it may pay alone.
 *
 * Money of Title IV pays allowable charges only; a fine stays open beside the student's credit
 * unless they said otherwise in writing (34 CFR 668.164(c)).
 */
import type { Id } from '#kernel/ids.ts';
import type { Day } from '#kernel/day.ts';
import { type Money, minus, money, negate, smaller, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount, postItem, postReceipt } from '#areas/ledger/index.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import type { Programme } from '../rules/return-of-aid.ts';
import { type ChargeKind, isAllowable } from '../rules/title-iv.ts';
import {
  type Term,
  aidOf,
  chargesOf,
  insertAid,
  insertCharge,
  itemNumbered,
  openOf,
  termsOf,
} from '../store/terms.ts';
import { weighTerm } from './weigh-term.ts';

type Common = {
  readonly accountId: Id;
  readonly term: string;
  readonly amount: Money;
  readonly on: Day;
  /** The number of what the books have already; without it, it is posted. */
  readonly document: string | null;
  /** Its number in the student system: the same one twice is one. */
  readonly externalId: string | null;
};

export type RecordCharge = Common & { readonly kind: ChargeKind; readonly authorised: boolean };
export type RecordAid = Common & {
  readonly programme: Programme | 'other';
  readonly state: 'disbursed' | 'could';
};

export type Recorded = { readonly recorded: boolean; readonly creditId: Id | null };

export async function recordCharge(
  context: Context,
  wish: RecordCharge,
): Promise<Outcome<Recorded>> {
  const ready = await prepare(context, wish);
  if (!ready.ok) return ready;
  if (ready.value.isKnown) return weighed(context, ready.value.term, false);
  const itemId = ready.value.itemId ?? (await postCharge(context, wish));
  if (typeof itemId !== 'string') return itemId;
  const recorded = await insertCharge(context, { ...wish, chargeId: context.newId(), itemId });
  return weighed(context, ready.value.term, recorded);
}

export async function recordAid(context: Context, wish: RecordAid): Promise<Outcome<Recorded>> {
  const ready = await prepare(context, wish);
  if (!ready.ok) return ready;
  if (ready.value.isKnown) return weighed(context, ready.value.term, false);
  let itemId = ready.value.itemId;
  if (itemId === null && wish.state === 'disbursed' && wish.amount.minor > 0n) {
    const posted = await postAid(context, wish);
    if (!posted.ok) return posted;
    itemId = posted.value;
  }
  const recorded = await insertAid(context, { ...wish, disbursementId: context.newId(), itemId });
  return weighed(context, ready.value.term, recorded);
}

type Prepared = {
  readonly term: Term;
  readonly itemId: Id | null;
  /** It came before, under its number in the student system: nothing is posted twice. */
  readonly isKnown: boolean;
};

async function prepare(
  { tx }: Context,
  { accountId, term, document, externalId }: Common,
): Promise<Outcome<Prepared>> {
  if (!(await lockAccount(tx, accountId))) return refuse('students.no_such_account');
  const known = (await termsOf(tx, accountId)).find((each) => each.term === term);
  if (!known) return refuse('students.no_such_term', { term });
  const earlier = [...(await chargesOf(tx, accountId)), ...(await aidOf(tx, accountId))];
  const isKnown = externalId !== null && earlier.some((each) => each.externalId === externalId);
  if (document === null || isKnown) return accept({ term: known, itemId: null, isKnown });
  const itemId = await itemNumbered(tx, accountId, document);
  if (itemId === undefined) return refuse('students.no_such_document', { document });
  return accept({ term: known, itemId, isKnown });
}

async function weighed(
  context: Context,
  term: Term,
  recorded: boolean,
): Promise<Outcome<Recorded>> {
  const weighing = await weighTerm(context, term);
  if (!weighing.ok) return weighing;
  context.did({ what: recorded ? 'recorded' : 'known already', facts: { term: term.term } });
  return accept({ recorded, creditId: weighing.value.creditId });
}

/** A charge is an invoice; one that is taken back is a credit memo. */
async function postCharge(context: Context, { accountId, term, kind, amount, on }: RecordCharge) {
  const isBack = amount.minor < 0n;
  const net = isBack ? negate(amount) : amount;
  const posted = await postItem(context, {
    accountId,
    kind: isBack ? 'credit_memo' : 'invoice',
    documentId: null,
    number: `${term}-${kind.toUpperCase()}${isBack ? '-BACK' : ''}`,
    reference: null,
    issuedOn: on,
    net,
    tax: zero(net.currency),
    dues: [{ dueOn: on, amount: net }],
  });
  if (!posted.ok) return posted;
  const [itemId] = posted.value.itemIds;
  if (itemId === undefined) throw new Error('a charge made no item');
  return itemId;
}

async function postAid(
  context: Context,
  { accountId, term, programme, amount, on }: RecordAid,
): Promise<Outcome<Id>> {
  const charges = await chargesOf(context.tx, accountId, term);
  const payable = programme === 'other' ? charges : charges.filter(isAllowable);
  const itemIds = payable.flatMap(({ itemId }) => itemId ?? []);
  const apply: { itemId: Id; amount: Money }[] = [];
  let left = amount;
  for (const { itemId, open } of await openOf(context.tx, accountId, itemIds)) {
    if (open.currency !== left.currency || left.minor === 0n) continue;
    const part = smaller(open, left);
    apply.push({ itemId, amount: part });
    left = minus(left, part);
  }
  const posted = await postReceipt(
    context,
    {
      accountId,
      amount: money(amount.minor, amount.currency),
      receivedOn: on,
      method: 'ach',
      reference: `${term}-${programme.toUpperCase()}`,
      apply,
    },
    standardPolicy,
  );
  return posted.ok ? accept(posted.value.itemId) : posted;
}
