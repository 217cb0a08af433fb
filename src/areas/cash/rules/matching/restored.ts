/**
 * Money that stands again: a debit of ours came back, and our bank did not accept that it did.
 * The payment pays what it had paid, as far as that opened again; nothing else is guessed.
 *
 *   paid ──returned R01──▶ its items are open again ──dishonored R61──▶ paid as before
 */
import { type Book } from './book.ts';
import {
  type Allocation,
  type EarlierReceipt,
  type Proposal,
  type ReceiptToDecide,
} from './model.ts';
import { cited } from './returns.ts';

/** A return that the sender's bank dishonored (Nacha Operating Rules, appendix four). */
const dishonored = /\bR(?:6[1-9]|70)\b/u;

/** As the payment had been laid; undefined when it is not known, or nothing of it is open. */
export function restoredOf(receipt: ReceiptToDecide, book: Book): Proposal | undefined {
  if (receipt.amountMinor <= 0n || !dishonored.test(receipt.text)) return undefined;
  const [earlier, other] = (book.earlierByAmount.get(receipt.amountMinor) ?? []).filter(
    (each) => cameBack(each, receipt, book) && cited(receipt.text, each.receipt.bankReference),
  );
  if (!earlier || other || earlier.accountId === null) return undefined;
  const allocations = asBefore(earlier, book);
  if (allocations.length === 0) return undefined;
  const paid = allocations.reduce((sum, { cashMinor }) => sum + cashMinor, 0n);
  const facts = { receipt: earlier.id, on: earlier.receipt.valueOn };
  return {
    accountId: earlier.accountId,
    allocations,
    onAccountMinor: receipt.amountMinor - paid,
    confidence: traced,
    reasons: [{ kind: 'return_dishonored', facts }],
  };
}

/** As sure as a return that names the trace of its payment. */
const traced = 0.998;

function cameBack({ id, receipt }: EarlierReceipt, now: ReceiptToDecide, book: Book): boolean {
  const back = book.earlierByAmount.get(-now.amountMinor) ?? [];
  return receipt.currency === now.currency && back.some(({ reverses }) => reverses === id);
}

/** Its items in their order, each as far as it is open and the money reaches. */
function asBefore({ itemIds, receipt }: EarlierReceipt, book: Book): Allocation[] {
  let rest = receipt.amountMinor;
  return itemIds.flatMap((itemId) => {
    const live = book.items.get(itemId);
    const pays = live && live.openMinor < rest ? live.openMinor : rest;
    if (!live || pays <= 0n) return [];
    rest -= pays;
    return [
      {
        itemId,
        accountId: live.item.accountId,
        cashMinor: pays,
        discountMinor: 0n,
        feeMinor: 0n,
        toleranceMinor: 0n,
        leftMinor: live.openMinor - pays,
        leftBecause: null,
        named: true,
      },
    ];
  });
}
