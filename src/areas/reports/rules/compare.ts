/**
 * What changed between two moments of the book, each fact in exactly one column.
 *
 *   opening + invoiced + cash + credits + write-offs + moved + corrections = closing
 *
 * A moment is the close of a business day as known at an instant. Columns carry their sign, so
 * that they add up as they stand: cash that came is negative. Balances move by items alone; an
 * application takes from a debit what it takes from a credit and only moves the buckets.
 *
 * A returned payment and a refund are negative cash, because they undo cash in the bank as
 * well; a reversal that only mends our own books is a correction. So is every late fact: its
 * day had come by the opening, but we were told later, and the opening was reported without it.
 */
import { type Day, plusDays, startOfMonth, weekday } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

/** `knownAt` null: as known now. */
export type Moment = { readonly asOf: Day; readonly knownAt: Instant | null };

export type Moments = { readonly from: Moment; readonly to: Moment };

/** Between opening and closing, in the order in which they are read. */
export const changeColumns = [
  'invoiced',
  'cash',
  'credits',
  'writeOffs',
  'moved',
  'corrections',
] as const;
export type ChangeColumn = (typeof changeColumns)[number];

/** What a list of lines can be ordered by; figures by their size, whatever their sign. */
export const compareSorts = [
  'change',
  'name',
  'account',
  'opening',
  'closing',
  ...changeColumns,
] as const;
export type CompareSort = (typeof compareSorts)[number];

/** Figures that open to what was posted. */
export const factFigures = ['all', 'late', ...changeColumns] as const;
export type FactFigure = (typeof factFigures)[number];

/** Figures that open to items, each with its part. */
export const itemFigures = [
  'opening',
  'closing',
  'added',
  'rolledIn',
  'rolledOut',
  'settled',
  'reopened',
] as const;
export type ItemFigure = (typeof itemFigures)[number];

/** The later moment may not be earlier, neither by its day nor by what it knows. */
export function inOrder({ from, to }: Moments): Outcome<Moments, 'reports.compare_backwards'> {
  const known = from.knownAt === null ? to.knownAt === null : earlierOrSame(from, to);
  if (from.asOf <= to.asOf && known) return accept({ from, to });
  return refuse('reports.compare_backwards', { from: from.asOf, to: to.asOf });
}

function earlierOrSame(from: Moment, to: Moment): boolean {
  return to.knownAt === null || (from.knownAt ?? to.knownAt) <= to.knownAt;
}

/** What came between: an item by its kind, and by the entry that made it. */
export type ComparedFact = {
  readonly kind: string;
  readonly entryKind: string;
  readonly late: boolean;
};

/** The one column of a fact. What has no column of its own is a correction. */
export function columnOf({ kind, entryKind, late }: ComparedFact): ChangeColumn {
  if (late) return 'corrections';
  if (kind === 'transfer' || entryKind === 'transfer') return 'moved';
  if (['invoice', 'debit_memo', 'charge'].includes(kind)) return 'invoiced';
  if (['receipt', 'refund'].includes(kind) || entryKind === 'return') return 'cash';
  if (kind === 'credit_memo') return 'credits';
  if (kind !== 'adjustment') return 'corrections';
  if (['discount', 'tolerance'].includes(entryKind)) return 'credits';
  return ['write_off', 'recovery'].includes(entryKind) ? 'writeOffs' : 'corrections';
}

/** Sums of one line, signed minor units. `late` is the part of the corrections that was late. */
export type ChangeSums = { readonly [column in ChangeColumn]: bigint } & {
  readonly opening: bigint;
  readonly closing: bigint;
  readonly late: bigint;
};

/** Does the line add up? */
export function addsUp(sums: ChangeSums): boolean {
  const between = changeColumns.reduce((total, column) => total + sums[column], 0n);
  return sums.opening + between === sums.closing;
}

/** The Friday before a day, and the last day of the month before it. */
export function usualOpenings(today: Day): { readonly friday: Day; readonly monthEnd: Day } {
  const sinceFriday = (weekday(today) + 2) % 7;
  return {
    friday: plusDays(today, -(sinceFriday === 0 ? 7 : sinceFriday)),
    monthEnd: plusDays(startOfMonth(today), -1),
  };
}
