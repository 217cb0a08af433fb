/** How a file is taken in: row by row, or as a complete snapshot of what is open. */
import type { Day } from '#kernel/day.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ImportBook, type ImportOutcome, importBook } from '../actions/import-book.ts';
import { type SnapshotOutcome, takeSnapshot } from '../actions/take-snapshot.ts';
import type { Unread } from '../rules/snapshot-rows.ts';

export type Brought = ImportOutcome | SnapshotOutcome;

export type Taking = (
  context: Context,
  report: (outcome: Brought) => void,
) => Promise<Outcome<Brought>>;

/** Null: the file is no snapshot. */
export type SnapshotWish = {
  readonly asOf: Day;
  readonly confirmClosing: number | undefined;
} | null;

/** What taking this book in does; `report` hears the outcome also when it is refused. */
export function takingOf(
  book: ImportBook & { readonly unread: Unread },
  snapshot: SnapshotWish,
): Taking {
  if (snapshot === null) return (context, report) => importBook(context, book, report);
  return (context, report) => takeSnapshot(context, { ...book, ...snapshot }, report);
}
