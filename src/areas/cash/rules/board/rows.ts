/**
 * The board of a long remittance: the payer's rows beside our open items.
 *
 * A row whose number is an item's own and whose amount is what is open agrees, and nobody has
 * to look at it. Every other row says in what it differs; a row that is nothing of ours is
 * kept, because the payer meant something by it.
 */
import type { RemittanceRow } from '../matching/model.ts';
import { plain } from '../receipts/typed.ts';

export type BoardItem = {
  readonly itemId: string;
  readonly accountId: string;
  readonly number: string;
  /** Minor units; negative for a credit. */
  readonly open: bigint;
  /** What may still be taken off as an early-payment discount. */
  readonly discount: bigint;
};

export type RowStatus = 'agrees' | 'short' | 'over' | 'credit' | 'unknown';

export type BoardRow<Item extends BoardItem = BoardItem> = {
  readonly row: RemittanceRow;
  readonly item: Item | null;
  readonly status: RowStatus;
  /** What is laid onto the item; negative uses a credit. */
  readonly amount: bigint;
  readonly discount: bigint;
  /** What stays open of the item after it. */
  readonly short: bigint;
};

/** Lays the payer's rows onto the items, each item once; the first row that names it has it. */
export function layRows<Item extends BoardItem>(
  rows: readonly RemittanceRow[],
  items: readonly Item[],
): BoardRow<Item>[] {
  const free = new Map(items.map((item) => [plain(item.number), item]));
  return rows.map((row) => {
    const item = free.get(plain(row.reference));
    if (!item) return { row, item: null, status: 'unknown', amount: 0n, discount: 0n, short: 0n };
    free.delete(plain(row.reference));
    return laid(row, item);
  });
}

function laid<Item extends BoardItem>(row: RemittanceRow, item: Item): BoardRow<Item> {
  if (item.open < 0n) {
    const wanted = row.paidMinor ?? item.open;
    const used = wanted > 0n ? -wanted : wanted;
    const amount = used < item.open ? item.open : used;
    return { row, item, status: 'credit', amount, discount: 0n, short: 0n };
  }
  const discount = least(row.discountMinor ?? 0n, item.discount, item.open);
  const paid = row.paidMinor ?? item.open - discount;
  const most = item.open - discount;
  const amount = paid > most ? most : paid;
  const short = most - amount;
  const status = paid > most ? 'over' : short > 0n ? 'short' : 'agrees';
  return { row, item, status, amount, discount, short };
}

function least(...amounts: readonly bigint[]): bigint {
  return amounts.reduce((a, b) => (a < b ? a : b));
}

/** What came less what is laid out: what would stay on account, or is missing when negative. */
export function difference(came: bigint, lines: readonly { readonly amount: bigint }[]): bigint {
  return lines.reduce((rest, { amount }) => rest - amount, came);
}
