/**
 * Undoes a claim that its payer takes back: the money and the write-down of the first posting come
 * off its item, the patient's share comes back from the patient.
 *
 * Where no first posting stands, what the payer undid is a debit memo of its own, and a credit
 * memo of what it took pays the other claims of the payment in the money's stead.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { applyCredit, reverseApplication, reverseItem } from '#areas/ledger/index.ts';
import type { PoolCredit } from '../../rules/claims/credit-pool.ts';
import {
  type MovedShare,
  type ReversedClaim,
  type Standing,
  type TakeBack,
  numberOfShare,
  numberOfTakeBack,
} from '../../rules/claims/take-back.ts';
import { insertCorrections, receiptBehind } from '../../store/postings.ts';
import { postMemo } from './adjust-claim.ts';

export type TakenBack = {
  /** What is open again, or for the first time. */
  readonly item: { readonly itemId: Id; readonly accountId: Id };
  /** Pays other claims in the stead of the money that was kept. */
  readonly credits: readonly PoolCredit[];
};

type Where = { readonly currency: Currency; readonly payerId: Id; readonly on: Day };

/** Counts on the day `on`, that of the payment which takes it back. */
export async function takeBackClaim(
  context: Context,
  taken: TakeBack,
  where: Where,
): Promise<Outcome<TakenBack>> {
  return taken.first
    ? reverseFirst(context, taken.first, where)
    : openDeduction(context, taken, where);
}

async function reverseFirst(
  context: Context,
  first: ReversedClaim,
  where: Where,
): Promise<Outcome<TakenBack>> {
  const { accountId, itemId, payments, writeDown, share, moved } = first;
  for (const payment of payments) {
    const off = await takeOff(context, first, payment, where.on);
    if (!off.ok) return off;
  }
  for (const memo of [writeDown, share]) {
    if (!memo) continue;
    const off = await takeOff(context, first, memo, where.on);
    if (!off.ok) return off;
    const reversal = { accountId, itemId: memo.creditItemId, reversedOn: context.today };
    const reversed = await reverseItem(context, reversal);
    if (!reversed.ok) return reversed;
  }
  const back = moved ? await takeShareBack(context, first.claim, moved, where) : accept(null);
  if (!back.ok) return back;
  const credits = payments.map(({ creditItemId, amount }) => ({
    accountId,
    itemId: creditItemId,
    amount,
  }));
  return accept({ item: { itemId, accountId }, credits });
}

/** Off the item; what the payer itself undoes was nobody's fault. */
async function takeOff(
  context: Context,
  { accountId, itemId }: ReversedClaim,
  { applicationId, creditItemId, amount }: Standing,
  when: Day,
): Promise<Outcome<null>> {
  const reversed = await reverseApplication(context, { accountId, applicationId, when });
  if (!reversed.ok) return reversed;
  const receiptId = (await receiptBehind(context.tx, accountId, creditItemId)) ?? null;
  const kind = 'reversed';
  await insertCorrections(context, [
    { accountId, receiptId, kind, creditItemId, itemId, amount, fault: false },
  ]);
  return accept(null);
}

/** A credit on the patient's account; what the patient has paid of the share already is theirs. */
async function takeShareBack(
  context: Context,
  claim: string,
  { accountId, itemId: debitItemId, amount, open }: MovedShare,
  { currency }: Where,
): Promise<Outcome<null>> {
  const whole = money(amount, currency);
  const memo = { accountId, number: numberOfShare(claim), reference: claim, amount: whole };
  const credit = await postMemo(context, 'credit_memo', memo);
  if (!credit.ok) return credit;
  if (open <= 0n) return accept(null);
  const applied = await applyCredit(context, {
    accountId,
    creditItemId: credit.value,
    debitItemId,
    amount: money(open < amount ? open : amount, currency),
    effectiveOn: context.today,
  });
  return applied.ok ? accept(null) : applied;
}

async function openDeduction(
  context: Context,
  { claim, paid, adjusted }: TakeBack,
  { currency, payerId: accountId }: Where,
): Promise<Outcome<TakenBack>> {
  const memo = { accountId, number: numberOfTakeBack(claim), reference: claim };
  const debit = await postMemo(context, 'debit_memo', {
    ...memo,
    amount: money(paid + adjusted, currency),
  });
  if (!debit.ok) return debit;
  const item = { itemId: debit.value, accountId };
  if (paid === 0n) return accept({ item, credits: [] });
  const credit = await postMemo(context, 'credit_memo', { ...memo, amount: money(paid, currency) });
  if (!credit.ok) return credit;
  return accept({ item, credits: [{ accountId, itemId: credit.value, amount: paid }] });
}
