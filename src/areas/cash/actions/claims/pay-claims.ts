/** Pays claims: with the credits of the payment first, then with its money. */
import { type Day, later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { applyCredit, lockAccounts, transferCredit } from '#areas/ledger/index.ts';
import { type PoolCredit, type PoolUse, layCredits } from '../../rules/claims/credit-pool.ts';
import { openItemsOf } from '../../store/items.ts';
import type { StandingReceipt } from '../../store/receipts.ts';
import { postMoney } from '../post-money.ts';
import type { PostedLine } from './adjust-claim.ts';

export type PayClaims = {
  readonly lines: readonly PostedLine[];
  readonly credits: readonly PoolCredit[];
  /** Undefined where the credits pay everything. */
  readonly receipt: StandingReceipt | undefined;
  readonly payerId: Id;
  readonly currency: Currency;
};

/** What the claims do not take of the money stays on the payer's account. */
export async function payClaims(
  context: Context,
  { lines, credits, receipt, payerId, currency }: PayClaims,
): Promise<Outcome<null>> {
  const wanted = lines
    .filter(({ paid }) => paid > 0n)
    .map(({ accountId, itemId, paid: amount }) => ({
      accountId,
      itemId,
      amount,
      discount: 0n,
      short: 0n,
      shortReason: null,
    }));
  const { uses, cash } = layCredits(wanted, credits);
  const accounts = [...wanted, ...credits].map(({ accountId }) => accountId);
  await lockAccounts(context.tx, [...new Set(accounts)]);
  // A credit that was taken off a claim is free from this day on.
  const from = receipt?.receivedOn ?? context.today;
  for (const use of uses) {
    const used = await spend(context, use, { currency, from });
    if (!used.ok) return used;
  }
  if (!receipt) return accept(null);
  const spread = { accountId: payerId, lines: cash, tolerate: false };
  const how = { how: 'person', decisionId: null, rank: null, fee: 0n } as const;
  const posted = await postMoney(context, receipt, spread, how);
  return posted.ok ? accept(null) : posted;
}

/** Lays a credit onto a claim; one of another account is moved there first. */
async function spend(
  context: Context,
  { credit, toAccountId, debitItemId, amount }: PoolUse,
  { currency, from }: { readonly currency: Currency; readonly from: Day },
): Promise<Outcome<null>> {
  const { accountId } = credit;
  const open = await openItemsOf(context.tx, [accountId, toAccountId], currency);
  const days = new Map(open.map((item) => [item.itemId, item.effectiveOn]));
  const effectiveOn = [credit.itemId, debitItemId]
    .map((itemId) => days.get(itemId) ?? from)
    .reduce(later, from);
  const value = money(amount, currency);
  const moved =
    accountId === toAccountId
      ? accept({ itemId: credit.itemId })
      : await transferCredit(context, {
          accountId,
          creditItemId: credit.itemId,
          toAccountId,
          amount: value,
          effectiveOn,
        });
  if (!moved.ok) return moved;
  const applied = await applyCredit(context, {
    accountId: toAccountId,
    creditItemId: moved.value.itemId,
    debitItemId,
    amount: value,
    effectiveOn,
  });
  return applied.ok ? accept(null) : applied;
}
