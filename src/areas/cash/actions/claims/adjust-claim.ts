/** What a payment of claims changes beside its money: by contract, and by what was kept back. */
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { applyCredit, postItem } from '#areas/ledger/index.ts';
import type { Deduction, PlannedClaim } from '../../rules/claims/claim-payment.ts';
import type { KnownClaimPayment } from '../../store/claims/claims.ts';

/** What the contract takes off a claim is a credit memo of that claim. */
export async function adjustClaim(
  context: Context,
  { accountId, itemId, claim, adjusted }: PlannedClaim,
  currency: Currency,
): Promise<Outcome<null>> {
  const amount = money(adjusted, currency);
  const memo = await postMemo(context, 'credit_memo', {
    accountId,
    number: `CO-${claim}`,
    reference: claim,
    amount,
  });
  if (!memo.ok) return memo;
  const applied = await applyCredit(context, {
    accountId,
    creditItemId: memo.value,
    debitItemId: itemId,
    amount,
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

type Memo = {
  readonly accountId: Id;
  readonly number: string;
  readonly reference: string;
  readonly amount: Money;
};

async function postMemo(
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
