/** What a promise is filled in with: the sum one would ask for, or nothing to ask for. */
import { parseDay } from '#kernel/day.ts';
import { formatMoney, parseCurrency, parseMoney } from '#kernel/money.ts';
import { type MarkedDebt, openOf } from '#areas/promises/rules/share-marked.ts';

/** The amount when it is above zero; else empty, because a promise of nothing is refused. */
export function askable(amount: string | undefined): string {
  const positive = amount !== undefined && !amount.startsWith('-') && /[1-9]/u.test(amount);
  return positive ? amount : '';
}

/** An item that somebody marked, as lists of items have it. */
export type MarkedItem = {
  readonly itemId: string;
  readonly document: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly open: string;
};

/** What is open on the marked debts of a currency. */
export function askOf(items: readonly MarkedItem[], currency: string): string {
  const code = parseCurrency(currency);
  return code === undefined ? '' : askable(formatMoney(openOf(debtsOf(items, currency), code)));
}

/** The marked debts of a currency; credits are promised by nobody. */
export function debtsOf(items: readonly MarkedItem[], currency: string): MarkedDebt[] {
  const code = parseCurrency(currency);
  if (code === undefined) return [];
  return items.flatMap((item) => {
    const open = parseMoney(item.open, code);
    const dueOn = parseDay(item.dueOn);
    if (item.currency !== currency || !open || dueOn === undefined || open.minor <= 0n) return [];
    return [{ itemId: item.itemId, document: item.document, dueOn, open }];
  });
}
