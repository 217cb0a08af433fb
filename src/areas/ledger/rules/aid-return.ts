/**
 * Federal student aid that the school gives back: what it had paid is owed by the student again.
 *
 *   aid returned   ar / refunds-payable, until the money has gone to the Department
 *
 * A debit item of its own, never a change of the receipt: the aid did arrive, and did leave.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { EntryHead } from './adjusting.ts';
import { derivedItem, derivedNumber } from './derived-item.ts';
import { type NewItem, type Posting, controlLine } from './posting.ts';

export type AidReturned = {
  readonly amount: Money;
  readonly base: bigint;
  /** The programme, which stands in its number. */
  readonly programme: string;
  readonly on: Day;
};

export function aidReturnPosting(
  { amount, base, programme, on }: AidReturned,
  head: EntryHead,
  newId: () => Id,
): { posting: Posting; item: NewItem } {
  const item = derivedItem({
    itemId: newId(),
    kind: 'debit_memo',
    side: 'debit',
    amount,
    base,
    number: derivedNumber('aid', `${programme.toUpperCase()}-${on}`),
    reference: programme,
    on,
  });
  const posting: Posting = {
    ...head,
    entryId: newId(),
    kind: 'aid_return',
    reverses: null,
    lines: [controlLine(item, 'refunds-payable')],
    items: [item],
    applications: [],
  };
  return { posting, item };
}
