/**
 * A snapshot: a complete open-item file. What it lists is open at the source, what it does not
 * list any more is not, and our open items equal it from its day on.
 *
 *   in the file, not here      new, or reappeared when we had it before
 *   in both, the same          unchanged
 *   in both, another amount    changed: a dated adjustment
 *   in both, other due day,    reposted: closed and posted again with its number
 *     customer or currency
 *   here, not in the file      vanished: closed at source, to confirm
 *
 * It covers the items of one company that came from one source, and nothing else: what the desk
 * or another system posted is never touched. Money that was applied here and that the source
 * does not know yet is `ahead`: it stays, so that nobody who paid is asked again.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';

/** Everything that is open, or what is owed to us only, when the source lists no credits. */
export type Covers = 'all' | 'debits';

/** A file that would close more than this share of the book, by count or amount, asks first. */
export const largeClosing = { percent: 10n } as const;

export type Finding =
  | 'new'
  | 'unchanged'
  | 'changed'
  | 'vanished'
  | 'reappeared'
  | 'reposted'
  | 'unread'
  | 'reserved';

/** Items of one finding in one currency: before, after, and how far they moved up and down. */
export type FoundSum = {
  readonly finding: Finding;
  readonly currency: Currency;
  readonly count: number;
  /** Open here before and after; signed minor units, credits negative. */
  readonly before: bigint;
  readonly after: bigint;
  readonly raised: { readonly count: number; readonly amount: bigint };
  readonly lowered: { readonly count: number; readonly amount: bigint };
  /** Sizes before, without their signs. */
  readonly gross: bigint;
  /** What is applied here and not yet at the source; signed as the item is. */
  readonly ahead: { readonly count: number; readonly amount: bigint };
  /** By how much the book stays above the file, because items were kept as they were. */
  readonly kept: bigint;
};

export type Figure = { readonly count: number; readonly amount: bigint };

/** `opening + fresh + raised + lowered + reappeared + reposted + vanished = closing`. */
export type SnapshotTotal = {
  readonly currency: Currency;
  readonly opening: Figure;
  readonly fresh: Figure;
  readonly unchanged: Figure;
  readonly raised: Figure;
  readonly lowered: Figure;
  readonly vanished: Figure;
  readonly reappeared: Figure;
  readonly reposted: Figure;
  readonly closing: Figure;
  /** `file = closing + ahead - kept`. */
  readonly ahead: Figure;
  readonly kept: Figure;
  readonly file: Figure;
};

const none: Figure = { count: 0, amount: 0n };

/** The totals of a snapshot by currency, and what the file must add up to. */
export function totalsOf(
  sums: readonly FoundSum[],
  file: ReadonlyMap<Currency, Figure>,
): SnapshotTotal[] {
  const currencies = new Set([...sums.map(({ currency }) => currency), ...file.keys()]);
  return [...currencies].toSorted().map((currency) => {
    const own = sums.filter((sum) => sum.currency === currency);
    return totalOf(currency, own, file.get(currency) ?? none);
  });
}

function totalOf(currency: Currency, own: readonly FoundSum[], file: Figure): SnapshotTotal {
  const of = (...findings: readonly Finding[]): readonly FoundSum[] =>
    own.filter(({ finding }) => findings.includes(finding));
  const was = own.filter(({ finding }) => finding !== 'new' && finding !== 'reappeared');
  const moved = (sums: readonly FoundSum[]): Figure =>
    figure(sums, (sum) => ({ count: sum.count, amount: sum.after - sum.before }));
  return {
    currency,
    opening: figure(was, (sum) => ({ count: sum.count, amount: sum.before })),
    fresh: moved(of('new')),
    unchanged: figure(of('unchanged'), (sum) => ({ count: sum.count, amount: sum.after })),
    raised: figure(of('changed'), ({ raised }) => raised),
    lowered: figure(of('changed'), ({ lowered }) => lowered),
    vanished: moved(of('vanished')),
    reappeared: moved(of('reappeared')),
    reposted: moved(of('reposted')),
    closing: figure(
      own.filter(({ finding }) => finding !== 'vanished'),
      (sum) => ({ count: sum.count, amount: sum.after }),
    ),
    ahead: figure(own, ({ ahead }) => ahead),
    kept: figure(of('unread', 'reserved'), (sum) => ({ count: sum.count, amount: sum.kept })),
    file,
  };
}

function figure(sums: readonly FoundSum[], pick: (sum: FoundSum) => Figure): Figure {
  return sums.map(pick).reduce(
    (total, each) => ({
      count: total.count + each.count,
      amount: total.amount + each.amount,
    }),
    none,
  );
}

/** Throws when the totals do not lead from our book to the file: that would be a bug. */
export function assertBalanced(totals: readonly SnapshotTotal[]): void {
  for (const total of totals) {
    const { opening, fresh, raised, lowered, vanished, reappeared, reposted, closing } = total;
    const moves = [fresh, raised, lowered, vanished, reappeared, reposted];
    const led = moves.reduce((sum, { amount }) => sum + amount, opening.amount);
    const said = closing.amount + total.ahead.amount - total.kept.amount;
    if (led === closing.amount && said === total.file.amount) continue;
    throw new Error(
      `the snapshot does not add up in ${total.currency}: ${led} led, ${closing.amount} closing, ` +
        `${said} expected of a file of ${total.file.amount}`,
    );
  }
}

export type SnapshotRefusal =
  | 'snapshot.day_ahead'
  | 'snapshot.older_than_last'
  | 'snapshot.file_empty'
  | 'snapshot.file_truncated'
  | 'snapshot.rows_without_number'
  | 'snapshot.closes_too_much'
  | 'snapshot.book_moved';

/** May a file of that day follow what was taken in last? */
export function mayFollow(
  asOf: Day,
  today: Day,
  last: Day | undefined,
): Outcome<Day, SnapshotRefusal> {
  if (asOf > today) return refuse('snapshot.day_ahead', { day: asOf, today });
  if (last !== undefined && asOf < last) {
    return refuse('snapshot.older_than_last', { day: asOf, last });
  }
  return accept(asOf);
}

/** How the file came: whether it ends where it should, and rows of which nothing can be told. */
export type FileState = {
  readonly rows: number;
  readonly truncated: boolean;
  /** Lines that could not be read and do not even name their item. */
  readonly nameless: readonly number[];
};

/** Why nothing may be closed on the word of this file; undefined when it may. */
export function objectionToClosing(
  sums: readonly FoundSum[],
  file: FileState,
  confirmed: number | undefined,
): Refused<SnapshotRefusal> | undefined {
  if (file.rows === 0) return refuse('snapshot.file_empty');
  if (file.truncated) return refuse('snapshot.file_truncated');
  const vanished = sums.filter(({ finding }) => finding === 'vanished');
  const count = vanished.reduce((sum, each) => sum + each.count, 0);
  if (count > 0 && file.nameless.length > 0) {
    const lines = file.nameless.slice(0, 5).join(', ');
    return refuse('snapshot.rows_without_number', { count: file.nameless.length, lines });
  }
  if (confirmed === count || !isLarge(sums, vanished)) return undefined;
  const opening = openingOf(sums);
  return refuse('snapshot.closes_too_much', {
    count,
    of: opening.reduce((sum, each) => sum + each.count, 0),
    amounts: vanished.map(amountOf).join(', '),
    percent: Number(largeClosing.percent),
  });
}

function isLarge(sums: readonly FoundSum[], vanished: readonly FoundSum[]): boolean {
  const opening = openingOf(sums);
  const many = (all: readonly FoundSum[]): bigint =>
    BigInt(all.reduce((sum, { count }) => sum + count, 0));
  if (exceeds(many(vanished), many(opening))) return true;
  return vanished.some((each) => {
    const there = opening.filter(({ currency }) => currency === each.currency);
    const gross = there.reduce((sum, other) => sum + other.gross, 0n);
    return exceeds(each.gross, gross);
  });
}

function openingOf(sums: readonly FoundSum[]): FoundSum[] {
  return sums.filter(({ finding }) => finding !== 'new' && finding !== 'reappeared');
}

function exceeds(part: bigint, whole: bigint): boolean {
  return part * 100n > whole * largeClosing.percent;
}

function amountOf({ gross, currency }: FoundSum): string {
  return `${formatMoney(money(gross, currency))} ${currency}`;
}

/** One item of which file and book differ, and where it stands in each. */
export type Difference = {
  readonly finding: Exclude<Finding, 'new' | 'unchanged'>;
  readonly namedAs: 'item' | 'receipt';
  readonly externalId: string;
  /** The row in the file; null when the file does not list it. */
  readonly row: number | null;
  /** The account of the row's customer; null when the desk does not know that customer. */
  readonly accountId: Id | null;
  /** What is to be open here afterwards; its size, without the sign. */
  readonly target: bigint;
  /** What is open here now; its size. */
  readonly open: bigint;
};
