/**
 * Credits that pay claims beside the money: what the payer kept back, what it took back.
 *
 * A credit pays items of its own account first; what is over is moved to where the claims are,
 * because an application never crosses accounts. What no claim takes stays a credit.
 */
import type { Id } from '#kernel/ids.ts';
import type { SpreadLine } from '../receipts/spread.ts';

/** Minor units, positive. */
export type PoolCredit = { readonly accountId: Id; readonly itemId: Id; readonly amount: bigint };

export type PoolUse = {
  readonly credit: PoolCredit;
  readonly toAccountId: Id;
  readonly debitItemId: Id;
  readonly amount: bigint;
};

/** Which credit pays which line, and what of each line is left to be paid with money. */
export function layCredits(
  lines: readonly SpreadLine[],
  credits: readonly PoolCredit[],
): { readonly uses: readonly PoolUse[]; readonly cash: readonly SpreadLine[] } {
  const open = lines.map((line) => ({ line, left: line.amount }));
  const waiting = credits.map((credit) => ({ credit, left: credit.amount }));
  const uses: PoolUse[] = [];
  const lay = (own: boolean): void => {
    for (const one of waiting) {
      for (const each of open) {
        const amount = one.left < each.left ? one.left : each.left;
        if (amount === 0n || (own && each.line.accountId !== one.credit.accountId)) continue;
        const { accountId: toAccountId, itemId: debitItemId } = each.line;
        uses.push({ credit: one.credit, toAccountId, debitItemId, amount });
        one.left -= amount;
        each.left -= amount;
      }
    }
  };
  lay(true);
  lay(false);
  const cash = open.filter(({ left }) => left > 0n);
  return { uses, cash: cash.map(({ line, left }) => ({ ...line, amount: left })) };
}
