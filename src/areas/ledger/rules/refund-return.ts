/**
 * A refund that did not arrive: the check was never cashed, the account was closed.
 *
 *   refund item ◀──counter item   cash-clearing / ar
 *   credit item ◀──its application taken back: the customer has the money with us again
 *
 * The credit opens at its own age, because it never stopped being the customer's; income it is
 * never (no silent reversal). A second return is refused.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { EntryHead } from './adjusting.ts';
import { swapped } from './derived-item.ts';
import type { ItemState, Line, NewItem, Posting } from './posting.ts';
import { type Standing, counter, takenBack } from './reversing.ts';

export type RefundReturnRefusal =
  | 'ledger.not_a_refund'
  | 'ledger.already_returned'
  | 'ledger.before_item';

/** A refund that was paid: its item, the line that paid it and what it was paid from. */
export type PaidRefund = {
  readonly refund: ItemState;
  readonly entryId: Id;
  readonly line: Line;
  readonly standing: readonly Standing[];
};

export function returnRefund(
  { refund, entryId, line, standing }: PaidRefund,
  head: EntryHead,
  newId: () => Id,
): Outcome<{ posting: Posting; item: NewItem }, RefundReturnRefusal> {
  const document = refund.number;
  if (refund.kind !== 'refund') return refuse('ledger.not_a_refund', { document });
  const paid = standing.filter(({ application }) => application.kind === 'refund');
  if (paid.length === 0) {
    return refuse('ledger.already_returned', { document, day: head.effectiveOn });
  }
  if (head.effectiveOn < refund.effectiveOn) {
    return refuse('ledger.before_item', { day: refund.effectiveOn });
  }
  const undone = takenBack(paid, 'return', head, newId);
  const whole = { ...refund, open: refund.amount, openBase: line.base };
  const { item, application } = counter(whole, head.effectiveOn, newId);
  const posting: Posting = {
    ...undone,
    reverses: entryId,
    lines: [swapped(line), ...undone.lines],
    items: [item],
    applications: [...undone.applications, application],
  };
  return accept({ posting, item });
}
