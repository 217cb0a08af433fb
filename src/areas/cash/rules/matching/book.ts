/**
 * The open book as matching sees it: items by account, number, order and amount, kept as
 * earlier receipts of the same run close them.
 *
 * `settle` is the only thing that changes it. A closed item stays findable by its number, for
 * a payer who quotes it again explains a duplicate.
 */
import { type NameIndex, indexNames } from './names.ts';
import {
  type Allocation,
  type BookParts,
  type EarlierReceipt,
  type KnownAccount,
  type OpenItem,
  type ReceiptToDecide,
} from './model.ts';
import { type NumberIndex, type Numbered, coreRun, indexNumbers, numbered } from './numbers.ts';
import { alphanumeric } from './text.ts';

/** An item with what is open of it now. */
export type LiveItem = {
  readonly item: OpenItem;
  readonly run: string;
  openMinor: bigint;
  /** Another receipt was laid on it by its amount alone: whoever names it may still have it. */
  claimedBy: string | null;
  /** Paid in part by a receipt: for the payer it is settled, so no sum contains its rest. */
  shortPaid: boolean;
};

/** What a receipt turned out to be. */
export type Answer = {
  readonly accountId: string | null;
  readonly allocations: readonly Allocation[];
  /** The earlier receipt that it took back. */
  readonly reverses: string | null;
};

export type Book = {
  readonly accounts: ReadonlyMap<string, KnownAccount>;
  readonly accountNumbers: ReadonlyMap<string, string>;
  readonly names: NameIndex;
  readonly items: ReadonlyMap<string, LiveItem>;
  /** Oldest due first; paid ones stay in place with nothing open. */
  readonly byAccount: ReadonlyMap<string, readonly LiveItem[]>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly numbers: NumberIndex;
  readonly orders: ReadonlyMap<string, readonly LiveItem[]>;
  /** Invoices by the amount they were opened with here. */
  readonly byAmount: ReadonlyMap<bigint, readonly LiveItem[]>;
  readonly earlier: EarlierReceipt[];
  readonly earlierByAmount: Map<bigint, EarlierReceipt[]>;
};

/** Opens a book; the parts are not kept and not changed. */
export function openBook(parts: BookParts): Book {
  const lives = parts.openItems.map((item): LiveItem => ({
    item,
    run: coreRun(item.number),
    openMinor: item.openMinor,
    claimedBy: null,
    shortPaid: false,
  }));
  const all = [
    ...lives.map((live): Numbered => numbered(live.item, live)),
    ...parts.closedItems.map((closed): Numbered => numbered(closed, null)),
  ];
  const parented = parts.accounts.filter(({ parentId }) => parentId !== null);
  const book: Book = {
    accounts: new Map(parts.accounts.map((account) => [account.id, account])),
    accountNumbers: new Map(parts.accounts.map(({ id, number }) => [alphanumeric(number), id])),
    names: indexNames(parts.accounts),
    items: new Map(lives.map((live) => [live.item.id, live])),
    byAccount: byAccountOldestFirst(lives),
    children: grouped(
      parented,
      ({ parentId }) => parentId ?? '',
      ({ id }) => id,
    ),
    numbers: indexNumbers(all),
    orders: grouped(
      lives.filter(({ item }) => item.poNumber !== ''),
      ({ item }) => alphanumeric(item.poNumber),
      (live) => live,
    ),
    byAmount: grouped(
      lives.filter(({ openMinor }) => openMinor > 0n),
      ({ openMinor }) => openMinor,
      (live) => live,
    ),
    earlier: [],
    earlierByAmount: new Map(),
  };
  for (const one of parts.earlier) remember(book, one);
  return book;
}

/** The account and, for a parent, its children: whose items its money may pay. */
export function familyOf(book: Book, accountId: string): string[] {
  return [accountId, ...(book.children.get(accountId) ?? [])];
}

/** What is open in the currency for these accounts, oldest due first. */
export function openItemsOf(
  book: Book,
  accountIds: readonly string[],
  currency: string,
): LiveItem[] {
  const found = accountIds.flatMap((id) =>
    (book.byAccount.get(id) ?? []).filter(
      ({ openMinor, item }) => openMinor !== 0n && item.currency === currency,
    ),
  );
  return accountIds.length > 1 ? found.toSorted(oldestFirst) : found;
}

/** Carries an answer into the book, so that the next receipt finds what is left. */
export function settle(book: Book, receipt: ReceiptToDecide, answer: Answer): void {
  for (const allocation of answer.allocations) {
    const live = book.items.get(allocation.itemId);
    if (!live) continue;
    if (!allocation.named) {
      live.claimedBy = receipt.id;
      continue;
    }
    const { cashMinor, discountMinor, feeMinor, toleranceMinor } = allocation;
    live.openMinor -= cashMinor + discountMinor + feeMinor + toleranceMinor;
    live.shortPaid = live.openMinor !== 0n;
  }
  remember(book, {
    id: receipt.id,
    receipt,
    accountId: answer.accountId,
    itemIds: answer.allocations.map(({ itemId }) => itemId),
    reverses: answer.reverses,
  });
}

function remember(book: Book, one: EarlierReceipt): void {
  book.earlier.push(one);
  const amount = one.receipt.amountMinor;
  const list = book.earlierByAmount.get(amount);
  if (list) list.push(one);
  else book.earlierByAmount.set(amount, [one]);
}

export function oldestFirst(a: LiveItem, b: LiveItem): number {
  if (a.item.dueOn !== b.item.dueOn) return a.item.dueOn < b.item.dueOn ? -1 : 1;
  if (a.item.number === b.item.number) return 0;
  return a.item.number < b.item.number ? -1 : 1;
}

function byAccountOldestFirst(lives: readonly LiveItem[]): Map<string, readonly LiveItem[]> {
  const lists = grouped(
    lives,
    ({ item }) => item.accountId,
    (live) => live,
  );
  for (const list of lists.values()) list.sort(oldestFirst);
  return lists;
}

function grouped<T, K, V>(
  list: readonly T[],
  key: (one: T) => K,
  value: (one: T) => V,
): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(value(one));
    else groups.set(key(one), [value(one)]);
  }
  return groups;
}
