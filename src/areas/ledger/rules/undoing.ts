/**
 * Undoing an import: every entry it made is reversed on the entry's own day.
 *
 * It is a correction marked as such (law 1): the book as of any past day reads as if the file
 * had never come, while the book as known at the time still shows it. Items are countered
 * whole and applications taken back, so both histories still read from one end to the other.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { derivedItem, derivedNumber, swapped } from './derived-item.ts';
import type { ItemState, Line, NewApplication, NewItem, Posting } from './posting.ts';

/** An entry of the import, with what it made. */
export type ImportedEntry = {
  readonly entryId: Id;
  readonly accountId: Id;
  readonly effectiveOn: Day;
  readonly postedOn: Day;
  readonly lines: readonly Line[];
  /** With the whole base amount in `openBase` and the whole amount in `open`. */
  readonly items: readonly ItemState[];
  readonly applications: readonly ImportedApplication[];
};

/** An application, or the taking back of one, with the one that took it back in turn. */
export type ImportedApplication = NewApplication & { readonly takenBackBy: Id | null };

/**
 * The postings that undo entries of one account or many.
 *
 * An application that the import itself had taken back is undone in two parts: on the later
 * day it is put back, and on the earlier day that is taken away, so that no day in between
 * is left with a half.
 */
export function undoEntries(entries: readonly ImportedEntry[], newId: () => Id): Posting[] {
  const restored = new Map<Id, NewApplication>();
  for (const { applications } of entries) {
    for (const part of applications) {
      if (part.reverses !== null) restored.set(part.applicationId, putBack(part, newId()));
    }
  }
  return entries.map((entry) => undoEntry(entry, restored, newId));
}

function undoEntry(
  entry: ImportedEntry,
  restored: ReadonlyMap<Id, NewApplication>,
  newId: () => Id,
): Posting {
  const counters = entry.items.map((item) => counterWhole(item, entry.effectiveOn, newId));
  return {
    entryId: newId(),
    accountId: entry.accountId,
    kind: 'import_undone',
    effectiveOn: entry.effectiveOn,
    countsFrom: entry.postedOn,
    reverses: entry.entryId,
    lines: entry.lines.map(swapped),
    items: counters.map(({ item }) => item),
    applications: [
      ...entry.applications.map((part) => undoApplication(part, restored, newId)),
      ...counters.map(({ application }) => application),
    ],
  };
}

function undoApplication(
  part: ImportedApplication,
  restored: ReadonlyMap<Id, NewApplication>,
  newId: () => Id,
): NewApplication {
  const again = restored.get(part.applicationId);
  if (again) return again;
  const { takenBackBy } = part;
  const standing = takenBackBy === null ? part : (restored.get(takenBackBy) ?? part);
  return {
    ...turned(part),
    applicationId: newId(),
    reverses: standing.applicationId,
  };
}

/** The application that a taking back had ended, once more. */
function putBack(taken: ImportedApplication, applicationId: Id): NewApplication {
  return { ...turned(taken), applicationId, reverses: null };
}

function turned(part: NewApplication): Omit<NewApplication, 'reverses'> {
  return {
    applicationId: part.applicationId,
    debitItemId: part.debitItemId,
    creditItemId: part.creditItemId,
    kind: part.kind,
    amount: -part.amount,
    debitBase: -part.debitBase,
    creditBase: -part.creditBase,
  };
}

function counterWhole(
  item: ItemState,
  on: Day,
  newId: () => Id,
): { item: NewItem; application: NewApplication } {
  const debit = item.side === 'debit';
  const made = derivedItem({
    itemId: newId(),
    kind: 'reversal',
    side: debit ? 'credit' : 'debit',
    amount: money(item.amount, item.currency),
    base: item.openBase,
    number: derivedNumber('reversal', item.number),
    on,
  });
  return {
    item: made,
    application: {
      applicationId: newId(),
      debitItemId: debit ? item.itemId : made.itemId,
      creditItemId: debit ? made.itemId : item.itemId,
      kind: 'reversal',
      amount: item.amount,
      debitBase: item.openBase,
      creditBase: item.openBase,
      reverses: null,
    },
  };
}
