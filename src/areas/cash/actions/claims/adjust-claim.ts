/** What a payment of claims changes beside its money: by contract, and by what was kept back. */
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { applyCredit, postItem } from '#areas/ledger/index.ts';
import type { Deduction, PlannedClaim } from '../../rules/claims/claim-payment.ts';
import { numberOfShare, numberOfWriteDown } from '../../rules/claims/take-back.ts';
import type { KnownClaimPayment } from '../../store/claims/claims.ts';

/** A claim of the payment with the item that it pays, be it one that was opened just now. */
export type PostedLine = Omit<PlannedClaim, 'item'> & {
  readonly itemId: Id;
  readonly accountId: Id;
};

/** What the contract takes off a claim is a credit memo of that claim. */
export async function adjustClaim(
  context: Context,
  { accountId, itemId, claim, adjusted }: PostedLine,
  currency: Currency,
): Promise<Outcome<null>> {
  const amount = money(adjusted, currency);
  const number = numberOfWriteDown(claim);
  return payWithMemo(context, { accountId, number, reference: claim, amount }, itemId);
}

/**
 * Moves the patient's share of a claim to the patient's own account: a credit memo here, a debit
 * memo there. Answers the debit memo.
 */
export async function moveShare(
  context: Context,
  { accountId, itemId, claim }: PostedLine,
  { patientId, amount }: { readonly patientId: Id; readonly amount: Money },
): Promise<Outcome<Id>> {
  const memo = { number: numberOfShare(claim), reference: claim, amount };
  const paid = await payWithMemo(context, { ...memo, accountId }, itemId);
  if (!paid.ok) return paid;
  return postMemo(context, 'debit_memo', { ...memo, accountId: patientId });
}

/** Pays an item of the account with a credit memo made for it. */
async function payWithMemo(context: Context, memo: Memo, debitItemId: Id): Promise<Outcome<null>> {
  const made = await postMemo(context, 'credit_memo', memo);
  if (!made.ok) return made;
  const applied = await applyCredit(context, {
    accountId: memo.accountId,
    creditItemId: made.value,
    debitItemId,
    amount: memo.amount,
    effectiveOn: context.today,
  });
  return applied.ok ? accept(null) : applied;
}

/**
 * What the payer kept back for something else pays the claims all the same, and stands open as a
 * deduction of the payer until somebody has looked into it. Answers the credit that pays them.
 */
export async function keepBack(
  context: Context,
  {
    known: { currency, reference },
    deduction,
    payerId: accountId,
  }: {
    readonly known: KnownClaimPayment;
    readonly deduction: Deduction;
    readonly payerId: Id;
  },
): Promise<Outcome<Id>> {
  const number = ['PLB', deduction.reason, deduction.reference || reference]
    .filter(Boolean)
    .join('-');
  const memo = { accountId, number, reference, amount: money(deduction.amount, currency) };
  const debit = await postMemo(context, 'debit_memo', memo);
  return debit.ok ? postMemo(context, 'credit_memo', memo) : debit;
}

/** A memo of today; the amount is positive. */
export type Memo = {
  readonly accountId: Id;
  readonly number: string;
  readonly reference: string;
  readonly amount: Money;
};

export async function postMemo(
  context: Context,
  kind: 'credit_memo' | 'debit_memo',
  { accountId, number, reference, amount }: Memo,
): Promise<Outcome<Id>> {
  const posted = await postItem(context, {
    accountId,
    kind,
    documentId: null,
    number,
    reference,
    issuedOn: context.today,
    net: amount,
    tax: money(0n, amount.currency),
    dues: [{ dueOn: context.today, amount }],
  });
  if (!posted.ok) return posted;
  const [itemId] = posted.value.itemIds;
  if (itemId === undefined) throw new Error('a memo without an item');
  return accept(itemId);
}
