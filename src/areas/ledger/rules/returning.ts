/**
 * A receipt that comes back: NSF, ACH return, chargeback.
 *
 * On the bank's return day every application of the receipt is taken back, the very invoices
 * open again with their own due days, discounts and small differences given with it too, and
 * a counter item takes the receipt itself away (ar / cash). Fees are charged apart. What was
 * applied after the return day is taken back on its own day, because nothing can be less
 * than never applied; and where an application was taken back after the return day already,
 * the counter item waits for that day, because until then the receipt was in use.
 */
import { type Day, later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type EntryHead, type StandingAdjustment, cancelAdjustment } from './adjusting.ts';
import { swapped } from './derived-item.ts';
import type { ItemState, Line, Posting } from './posting.ts';
import { type Standing, counter, dayOfReversal, takenBack } from './reversing.ts';

export type ReturnRefusal =
  | 'ledger.not_a_receipt'
  | 'ledger.already_returned'
  | 'ledger.before_item';

/** Everything that a receipt has done and that stands. */
export type ReceiptInUse = {
  readonly receipt: ItemState;
  readonly entryId: Id;
  /** The line that brought the money in. */
  readonly clearing: Line;
  /** The last day on which an application of it was taken back, if one ever was. */
  readonly freedOn: Day | undefined;
  readonly standing: readonly Standing[];
  readonly adjustments: readonly (StandingAdjustment & { readonly effectiveOn: Day })[];
};

/** The postings of the return, the one with the counter item first. */
export function returnReceipt(
  used: ReceiptInUse,
  head: EntryHead,
  newId: () => Id,
): Outcome<[Posting, ...Posting[]], ReturnRefusal> {
  const { receipt } = used;
  const document = receipt.number;
  if (receipt.kind !== 'receipt') return refuse('ledger.not_a_receipt', { document });
  const back = used.standing.find(({ application }) => application.kind === 'reversal');
  if (back) {
    return refuse('ledger.already_returned', { document, day: back.application.effectiveOn });
  }
  if (head.effectiveOn < receipt.effectiveOn) {
    return refuse('ledger.before_item', { day: receipt.effectiveOn });
  }
  const { main, closing } = mainPosting(used, head, newId);
  const follow = (day: Day): EntryHead => ({
    accountId: head.accountId,
    effectiveOn: day,
    follows: main.entryId,
  });
  const late = used.standing.filter(
    ({ application }) => application.effectiveOn > head.effectiveOn,
  );
  const lateDays = [...new Set(late.map(({ application }) => application.effectiveOn))];
  return accept([
    main,
    ...closing,
    ...lateDays.map((day) => takenBack(appliedOn(late, day), 'return', follow(day), newId)),
    ...used.adjustments.map((adjustment) =>
      cancelAdjustment(adjustment, follow(dayOfReversal(head.effectiveOn, adjustment)), newId),
    ),
  ]);
}

function appliedOn(standing: readonly Standing[], day: Day): Standing[] {
  return standing.filter(({ application }) => application.effectiveOn === day);
}

/** Takes back what was applied by the return day and puts the counter item on the receipt. */
function mainPosting(
  used: ReceiptInUse,
  head: EntryHead,
  newId: () => Id,
): { main: Posting; closing: Posting[] } {
  const { receipt, clearing } = used;
  const inTime = used.standing.filter(
    ({ application }) => application.effectiveOn <= head.effectiveOn,
  );
  const undone = takenBack(inTime, 'return', head, newId);
  const whole = used.standing.reduce(
    (state, { application }) => ({
      ...state,
      open: state.open + application.amount,
      openBase: state.openBase + application.creditBase,
    }),
    receipt,
  );
  const { item, application } = counter(whole, head.effectiveOn, newId);
  const main: Posting = {
    ...undone,
    reverses: used.entryId,
    lines: [{ ...swapped(clearing), amount: item.amount, base: item.base }, ...undone.lines],
    items: [item],
  };
  const closesOn = later(head.effectiveOn, used.freedOn ?? head.effectiveOn);
  if (closesOn === head.effectiveOn) {
    return { main: { ...main, applications: [...main.applications, application] }, closing: [] };
  }
  const follow = { ...head, effectiveOn: closesOn, follows: main.entryId };
  const empty = takenBack([], 'return', follow, newId);
  return { main, closing: [{ ...empty, applications: [application] }] };
}
