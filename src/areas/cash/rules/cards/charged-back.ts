/**
 * Which receipt a chargeback takes back: the one of its reference, else the only one of its
 * amount. Where two fit as well it is nobody's, and a person says which.
 *
 * The customer's bank takes the whole capture or a part of it; only the whole goes back by itself.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';

export type ChargedBack = {
  readonly lineId: Id;
  readonly on: Day;
  /** Minor units, above nothing. */
  readonly amount: bigint;
  readonly reference: string;
};

export type CardPaid = {
  readonly receiptId: Id;
  readonly on: Day;
  readonly amount: bigint;
  /** What the receipt and the capture that it was paired with are called. */
  readonly references: readonly string[];
};

/** The receipt that each chargeback takes back; a receipt goes back once. */
export function takenBack(
  chargebacks: readonly ChargedBack[],
  paid: readonly CardPaid[],
): Map<Id, Id> {
  const found = new Map<Id, Id>();
  const gone = new Set<Id>();
  const pass = (fits: (one: ChargedBack, receipt: CardPaid) => boolean): void => {
    for (const one of chargebacks.filter(({ lineId }) => !found.has(lineId))) {
      const [receipt, ...others] = paid.filter(
        (each) => !gone.has(each.receiptId) && isOf(one, each) && fits(one, each),
      );
      if (!receipt || others.length > 0) continue;
      found.set(one.lineId, receipt.receiptId);
      gone.add(receipt.receiptId);
    }
  };
  pass(namesIt);
  // By the amount alone only where the processor named nothing that another receipt bears.
  pass((one) => !paid.some((receipt) => namesIt(one, receipt)));
  return found;
}

/** Of that amount, and not before it was paid. */
function isOf(one: ChargedBack, receipt: CardPaid): boolean {
  return one.amount === receipt.amount && receipt.on <= one.on;
}

function namesIt(one: ChargedBack, { references }: CardPaid): boolean {
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  const said = bare(one.reference);
  return said !== '' && references.some((reference) => bare(reference) === said);
}
