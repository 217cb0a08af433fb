/**
 * How one receipt is spread: over items of its payer's account and of others, with the credits
 * that are used beside it. What is left stays on the payer's account.
 *
 * Money for another account's item is transferred first, because an application never crosses
 * accounts; a credit pays items of its own account only. Nothing is spent twice: what the
 * lines take in cash is never more than came.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

/** Why a payer kept something back. */
export const shortReasons = [
  'price',
  'quantity',
  'damage',
  'goods_returned',
  'freight',
  'promotion',
  'tax',
  'late_discount',
  'bank_fee',
  'unknown',
] as const;
export type ShortReason = (typeof shortReasons)[number];

/**
 * What is done to one item: positive pays a debit, negative uses a credit of the account.
 * `short` is what the payer kept back beyond the discount and stays open.
 */
export type SpreadLine = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly amount: bigint;
  readonly discount: bigint;
  readonly short: bigint;
  readonly shortReason: ShortReason | null;
};

export type Spread = {
  /** Whose money it is. */
  readonly accountId: Id;
  readonly lines: readonly SpreadLine[];
  /** A rest within the policy's tolerance is closed; otherwise it stays open. */
  readonly tolerate: boolean;
};

export type SpreadRefusal =
  | 'cash.more_than_came'
  | 'cash.line_empty'
  | 'cash.item_named_twice'
  | 'cash.credit_without_items';

/** A debit with the part of it that cash pays. */
export type CashLine = SpreadLine & { readonly cash: bigint };

/** One application of a credit onto a debit of the same account. */
export type CreditUse = {
  readonly accountId: Id;
  readonly creditItemId: Id;
  readonly debitItemId: Id;
  readonly amount: bigint;
};

/** What is done, account by account, in the order in which it must be done. */
export type Plan = {
  readonly credits: readonly CreditUse[];
  readonly own: readonly CashLine[];
  readonly others: readonly {
    readonly accountId: Id;
    readonly sum: bigint;
    readonly lines: readonly CashLine[];
  }[];
  readonly onAccount: Money;
};

/** Plans the spread of what came. */
export function planSpread(came: Money, spread: Spread): Outcome<Plan, SpreadRefusal> {
  const names = spread.lines.map((line) => line.itemId);
  if (new Set(names).size < names.length) return refuse('cash.item_named_twice');
  if (spread.lines.some((line) => line.amount === 0n)) return refuse('cash.line_empty');
  const { lines, uses, unused } = useCredits(spread.lines);
  if (unused) return refuse('cash.credit_without_items');
  const spent = lines.reduce((sum, line) => sum + line.cash, 0n);
  if (spent > came.minor) {
    return refuse('cash.more_than_came', {
      came: formatMoney(came),
      spent: formatMoney(money(spent, came.currency)),
      currency: came.currency,
    });
  }
  const paid = lines.filter((line) => line.cash > 0n);
  const elsewhere = Map.groupBy(
    paid.filter((line) => line.accountId !== spread.accountId),
    (line) => line.accountId,
  );
  return accept({
    credits: uses,
    own: paid.filter((line) => line.accountId === spread.accountId),
    others: [...elsewhere].map(([accountId, own]) => ({
      accountId,
      lines: own,
      sum: own.reduce((sum, line) => sum + line.cash, 0n),
    })),
    onAccount: money(came.minor - spent, came.currency),
  });
}

/** Lays the credits onto the debits of their account, the first named first. */
function useCredits(all: readonly SpreadLine[]): {
  readonly lines: readonly CashLine[];
  readonly uses: readonly CreditUse[];
  readonly unused: boolean;
} {
  const lines = all
    .filter((line) => line.amount > 0n)
    .map((line) => ({ ...line, cash: line.amount }));
  const uses: CreditUse[] = [];
  let unused = false;
  for (const credit of all.filter((line) => line.amount < 0n)) {
    let rest = -credit.amount;
    for (const line of lines.filter((each) => each.accountId === credit.accountId)) {
      const amount = rest < line.cash ? rest : line.cash;
      if (amount === 0n) continue;
      const { accountId, itemId: creditItemId } = credit;
      uses.push({ accountId, creditItemId, debitItemId: line.itemId, amount });
      line.cash -= amount;
      rest -= amount;
    }
    unused ||= rest > 0n;
  }
  return { lines, uses, unused };
}
