/**
 * Items that no document brought: receipts, discounts, write-offs, charges, reversals.
 *
 * They are issued and due on the day they are posted, and numbered after the item they
 * belong to, so that a person reads `DISC-I-77` and knows.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { ItemKind, Line, NewItem, Side } from './posting.ts';

export type DerivedItem = {
  readonly itemId: Id;
  readonly kind: ItemKind;
  readonly side: Side;
  readonly amount: Money;
  readonly base: bigint;
  readonly number: string;
  readonly on: Day;
  readonly reference?: string;
};

export function derivedItem(given: DerivedItem): NewItem {
  return {
    itemId: given.itemId,
    documentId: null,
    kind: given.kind,
    side: given.side,
    amount: given.amount,
    base: given.base,
    number: given.number,
    reference: given.reference ?? null,
    issuedOn: given.on,
    dueOn: given.on,
    instalment: null,
  };
}

const prefixes = {
  receipt: 'RCPT',
  interest: 'INT',
  fee: 'FEE',
  discount: 'DISC',
  tolerance: 'DIFF',
  write_off: 'WOFF',
  recovery: 'RECV',
  refund: 'RFND',
  aid: 'AID',
  transfer: 'TRF',
  reversal: 'REV',
  source: 'SRC',
} as const;

/** `DISC-I-77`: the number of what was made for another item, or for a day. */
export function derivedNumber(kind: keyof typeof prefixes, of: string): string {
  return `${prefixes[kind]}-${of}`;
}

/** The line that takes another back: same amounts, sides exchanged. */
export function swapped(line: Line): Line {
  return { ...line, debit: line.credit, credit: line.debit };
}
