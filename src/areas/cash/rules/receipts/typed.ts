/**
 * What a person typed or pasted beside a payment, laid onto the open items of the account.
 *
 * A number is found only when it is the item's own, whole; a number that is not there is said
 * and nothing is guessed in its place. An invoice in instalments is paid from its earliest.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { RemittanceRow } from '../matching/model.ts';

/** An open debit of the account, in the receipt's currency; amounts in minor units. */
export type OpenDebt = {
  readonly itemId: Id;
  readonly number: string;
  readonly open: bigint;
  readonly dueOn: Day;
};

export type Line = {
  readonly itemId: Id;
  readonly amount: bigint;
  readonly discount: bigint;
};

export type Spread = {
  readonly lines: readonly Line[];
  /** References that are no open item's number. */
  readonly unknown: readonly string[];
  /** Stays on the account. */
  readonly rest: bigint;
};

/** Spreads the money over what was named, in the order in which it was named. */
export function spreadTyped(
  amount: bigint,
  rows: readonly RemittanceRow[],
  debts: readonly OpenDebt[],
): Spread {
  const open = new Map(debts.map((debt) => [debt.itemId, debt.open]));
  const byNumber = Map.groupBy(
    debts.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    (debt) => plain(debt.number),
  );
  const lines: Line[] = [];
  const unknown: string[] = [];
  let rest = amount;
  for (const row of rows) {
    const named = byNumber.get(plain(row.reference));
    if (named === undefined) {
      unknown.push(row.reference);
      continue;
    }
    let left = row.paidMinor ?? rest;
    for (const debt of named) {
      const part = least(left, rest, open.get(debt.itemId) ?? 0n);
      if (part <= 0n) continue;
      const discount = lines.some((line) => line.itemId === debt.itemId)
        ? 0n
        : (row.discountMinor ?? 0n);
      lines.push({ itemId: debt.itemId, amount: part, discount });
      open.set(debt.itemId, (open.get(debt.itemId) ?? 0n) - part);
      left -= part;
      rest -= part;
    }
  }
  return { lines: together(lines), unknown, rest };
}

/** A number as it is compared: without blanks and capitals; nothing else is forgiven. */
export function plain(number: string): string {
  return number.replace(/\s+/gu, '').toUpperCase();
}

/** An item named twice is paid once, with both amounts. */
function together(lines: readonly Line[]): Line[] {
  const sums = new Map<Id, Line>();
  for (const line of lines) {
    const before = sums.get(line.itemId);
    const sum = before
      ? {
          ...before,
          amount: before.amount + line.amount,
          discount: before.discount + line.discount,
        }
      : line;
    sums.set(line.itemId, sum);
  }
  return [...sums.values()];
}

function least(...amounts: readonly bigint[]): bigint {
  return amounts.reduce((a, b) => (a < b ? a : b));
}
