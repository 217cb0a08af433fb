/**
 * Takes a booked charge back, in three ways that differ in what comes after:
 *
 *   waive      the customer is let off; its days are not charged again
 *   reverse    it was wrong; the next run may charge its days
 *   reinstate  a waived charge stands again, as a debit memo of its own
 *
 * A waiver beyond one's authority is asked for. It reverses the income, it is no bad debt.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money, plus, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { grantedRequest, requestApproval, settleRequest } from '#areas/approvals/index.ts';
import { togetherDays } from '#areas/approvals/rules/splitting.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { baseCurrencyOf } from '#areas/customers/index.ts';
import {
  type ReverseItemRefused,
  bookedBase,
  chargeNotice,
  lockAccount,
  ownAuthority,
  reverseItem,
} from '#areas/ledger/index.ts';
import type { AuthorityRefusal } from '#areas/ledger/rules/authority.ts';
import { type Charge, chargesOf, insertBooked, insertEnded, waivedSince } from '../store/booked.ts';

export type WhichCharge = { readonly accountId: Id; readonly chargeItemId: Id };

export type FindRefusal = 'charges.no_such_charge' | 'charges.ended_already';

export async function waiveCharge(
  context: Context,
  which: WhichCharge,
): Promise<
  Outcome<{ entryId: Id }, FindRefusal | AuthorityRefusal | ReverseItemRefused | 'ledger.no_rate'>
> {
  const found = await standing(context, which);
  if (!found.ok) return found;
  const weights = await weightsOf(context, found.value);
  if (!weights.ok) return weights;
  const { accountId } = which;
  const { companyId } = found.value.charge;
  const what = { companyId, accountId, kind: 'waiver' } as const;
  const allowed = await ownAuthority(context, { ...what, ...weights.value });
  return allowed.ok ? end(context, which, 'waived') : allowed;
}

type Found = { readonly charge: Charge; readonly amount: Money };

/** In the company's currency: the charge, and what was waived on the account lately. */
async function weightsOf(
  { tx, today }: Context,
  { charge: { accountId, companyId }, amount }: Found,
): Promise<Outcome<{ weight: Money; before: Money }, 'ledger.no_rate'>> {
  const base = await baseCurrencyOf(tx, companyId);
  const weight = await bookedBase(tx, amount, base, today);
  if (!weight.ok) return weight;
  let before = zero(base);
  for (const waived of await waivedSince(tx, accountId, plusDays(today, -togetherDays))) {
    const inBase = await bookedBase(tx, waived, base, today);
    if (!inBase.ok) return inBase;
    before = plus(before, money(inBase.value, base));
  }
  return accept({ weight: money(weight.value, base), before });
}

/** Asks for a waiver that is beyond one's own authority. */
export async function askWaiver(
  context: Context,
  { evidence, ...which }: WhichCharge & { readonly evidence: string },
): Promise<Outcome<{ requestId: Id }, FindRefusal | RequestRefusal | 'ledger.no_rate'>> {
  const found = await standing(context, which);
  if (!found.ok) return found;
  const { amount, charge } = found.value;
  const { accountId, companyId, document, name } = charge;
  const weights = await weightsOf(context, found.value);
  if (!weights.ok) return weights;
  return requestApproval(context, {
    companyId,
    accountId,
    kind: 'waiver',
    subjectKey: which.chargeItemId,
    subject: { ...which },
    facts: { document, name },
    amount,
    ...weights.value,
    evidence,
  });
}

/** Does a waiver that was granted, once; one that cannot be done any more is told. */
export async function waiverGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'waiver');
  if (!request) return accept({ done: false });
  // What askWaiver above kept.
  const which = request.subject as WhichCharge;
  const ended = await end(context, which, 'waived');
  if (!ended.ok) {
    const detail = { refusal: ended.refusal, facts: ended.facts };
    await settleRequest(context, requestId, { how: 'failed', detail });
    return accept({ done: false });
  }
  await settleRequest(context, requestId, { how: 'done', detail: ended.value });
  return accept({ done: true });
}

/** It was wrong: what it charged may be charged again. */
export async function reverseCharge(
  context: Context,
  which: WhichCharge,
): Promise<Outcome<{ entryId: Id }, FindRefusal | ReverseItemRefused>> {
  return end(context, which, 'reversed');
}

/** A waived charge stands again, through the same days. */
export async function reinstateCharge(
  context: Context,
  which: WhichCharge,
): Promise<Outcome<{ itemId: Id }, 'charges.no_such_charge' | 'charges.not_waived'>> {
  await lockAccount(context.tx, which.accountId);
  const [charge] = await chargesOf(context.tx, which);
  if (!charge) return refuse('charges.no_such_charge');
  if (charge.ended?.how !== 'waived' || charge.reinstatedBy !== null) {
    return refuse('charges.not_waived', { document: charge.document });
  }
  const { accountId, interest, fee, runId, items } = charge;
  const { today: chargedOn } = context;
  const wish = { accountId, interest, fees: fee, chargedOn, dueOn: chargedOn };
  const { itemId: chargeItemId } = accepted(await chargeNotice(context, wish));
  const reinstates = which.chargeItemId;
  const memo = { accountId, chargeItemId, runId, interest, fee, reinstates, items };
  await insertBooked(context, memo);
  return accept({ itemId: chargeItemId });
}

async function end(
  context: Context,
  which: WhichCharge,
  how: 'waived' | 'reversed',
): Promise<Outcome<{ entryId: Id }, FindRefusal | ReverseItemRefused>> {
  const found = await standing(context, which);
  if (!found.ok) return found;
  const { accountId, chargeItemId: itemId } = which;
  const wish = { accountId, itemId, reversedOn: context.today };
  const reversed = await reverseItem(context, wish);
  if (!reversed.ok) return reversed;
  const { entryId } = reversed.value;
  await insertEnded(context, which, how, entryId);
  const { amount } = found.value;
  context.did({ what: `charge ${how}`, id: itemId, facts: { amount: formatMoney(amount) } });
  return accept({ entryId });
}

/** The charge, when nothing ended it. */
async function standing(
  context: Context,
  which: WhichCharge,
): Promise<Outcome<Found, FindRefusal>> {
  await lockAccount(context.tx, which.accountId);
  const [charge] = await chargesOf(context.tx, which);
  if (!charge) return refuse('charges.no_such_charge');
  const { ended, interest, fee } = charge;
  if (ended !== null) return refuse('charges.ended_already', { how: ended.how });
  return accept({ charge, amount: plus(interest, fee) });
}
