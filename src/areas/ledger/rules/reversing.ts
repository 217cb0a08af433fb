/**
 * Taking back: an application, or an item that nothing uses.
 *
 * Nothing is deleted: a reversal is a fact of its own day with the original's amounts turned
 * round. An item is taken back with every other item of its entry, by a counter item that
 * is applied to it, so that its history still reads from one end to the other.
 */
import { type Day, later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { EntryHead } from './adjusting.ts';
import { takeBack } from './applying.ts';
import { derivedItem, derivedNumber, swapped } from './derived-item.ts';
import type { ItemState, Line, NewApplication, NewItem, Posting } from './posting.ts';

export type ReverseItemRefusal =
  | 'ledger.kind_not_reversible'
  | 'ledger.moved_here'
  | 'ledger.item_in_use'
  | 'ledger.before_item';
export type TakeBackRefusal = 'ledger.before_application' | 'ledger.part_of_more';

/** An entry with the items it made, as they stand now. */
export type BookedEntry = {
  readonly entryId: Id;
  readonly lines: readonly Line[];
  readonly items: readonly ItemState[];
};

const reversible = ['charge', 'adjustment', 'debit_memo', 'credit_memo'];

/**
 * Reverses an entry that made items and nothing else. What came from another account is not
 * reversed here: its income was booked over there, and a transfer has two ends.
 */
export function reverseEntry(
  booked: BookedEntry,
  head: EntryHead,
  newId: () => Id,
): Outcome<Posting, ReverseItemRefusal> {
  const moved = booked.lines.some(({ debit, credit }) => [debit, credit].includes('transfers'));
  if (moved) return refuse('ledger.moved_here', { document: booked.items[0]?.number ?? '' });
  for (const item of booked.items) {
    const refusal = objection(item, head.effectiveOn);
    if (refusal) return refusal;
  }
  const pairs = booked.items.map((item) => counter(item, head.effectiveOn, newId));
  return accept({
    ...head,
    entryId: newId(),
    kind: 'reversal',
    reverses: booked.entryId,
    lines: booked.lines.map(swapped),
    items: pairs.map(({ item }) => item),
    applications: pairs.map(({ application }) => application),
  });
}

function objection(item: ItemState, on: Day) {
  const document = item.number;
  if (!reversible.includes(item.kind)) {
    return refuse('ledger.kind_not_reversible', { document, kind: item.kind });
  }
  if (on < item.effectiveOn) return refuse('ledger.before_item', { day: item.effectiveOn });
  const least = item.lowest ?? item.open;
  if (least !== item.amount || item.reserved !== 0n) {
    const used = formatMoney(money(item.amount - least + item.reserved, item.currency));
    return refuse('ledger.item_in_use', { document, used });
  }
  return undefined;
}

/** The item that closes another one, whole and at its booked base, with its application. */
export function counter(
  item: ItemState,
  on: Day,
  newId: () => Id,
): { item: NewItem; application: NewApplication } {
  const made = derivedItem({
    itemId: newId(),
    kind: 'reversal',
    side: item.side === 'debit' ? 'credit' : 'debit',
    amount: money(item.open, item.currency),
    base: item.openBase,
    number: derivedNumber('reversal', item.number),
    on,
  });
  const application: NewApplication = {
    applicationId: newId(),
    debitItemId: item.side === 'debit' ? item.itemId : made.itemId,
    creditItemId: item.side === 'debit' ? made.itemId : item.itemId,
    kind: 'reversal',
    amount: item.open,
    debitBase: item.openBase,
    creditBase: item.openBase,
    reverses: null,
  };
  return { item: made, application };
}

/** An application that stands, with the debit item it went onto. */
export type Standing = {
  readonly application: NewApplication & { readonly effectiveOn: Day; readonly entryId: Id };
  readonly debit: ItemState;
};

const plain = ['payment', 'credit'];

/** Takes one application back; other kinds belong to a larger act that is taken back whole. */
export function unapply(
  { application, debit }: Standing,
  head: EntryHead,
  newId: () => Id,
): Outcome<Posting, TakeBackRefusal> {
  if (!plain.includes(application.kind)) {
    return refuse('ledger.part_of_more', { kind: application.kind });
  }
  if (head.effectiveOn < application.effectiveOn) {
    return refuse('ledger.before_application', { day: application.effectiveOn });
  }
  return accept(takenBack([{ application, debit }], 'reversal', head, newId));
}

/** One entry that takes applications back, with their exchange differences. */
export function takenBack(
  standing: readonly Standing[],
  kind: 'reversal' | 'return',
  head: EntryHead,
  newId: () => Id,
): Posting {
  const undone = standing.map(({ application, debit }) => takeBack(application, newId(), debit));
  return {
    ...head,
    entryId: newId(),
    kind,
    reverses: standing.length === 1 ? (standing[0]?.application.entryId ?? null) : null,
    lines: undone.flatMap(({ exchange }) => (exchange ? [exchange] : [])),
    items: [],
    applications: undone.map(({ application }) => application),
  };
}

/** The day a taking-back counts: its own, but never before what it takes back. */
export function dayOfReversal(on: Day, application: { readonly effectiveOn: Day }): Day {
  return later(on, application.effectiveOn);
}
