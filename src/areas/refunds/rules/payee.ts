/**
 * Bank details that a customer gave: whom they replace, who may call back, how long they are new.
 *
 *   asked ──another agrees──▶ confirmed ──newer ones agreed on──▶ ended
 *     └────nobody agrees────▶ refused
 *
 * Whoever entered them never calls back themselves: one person alone could divert a payment.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const payeeStates = ['asked', 'confirmed', 'refused', 'ended'] as const;
export type PayeeState = (typeof payeeStates)[number];

/** May this person write down that they called the customer back? */
export function mayCallBack(
  enteredBy: Id | null,
  memberId: Id | null,
): Outcome<null, 'refunds.own_details' | 'refunds.only_people_release'> {
  if (memberId === null) return refuse('refunds.only_people_release');
  return enteredBy === memberId ? refuse('refunds.own_details') : accept(null);
}

type Given = { readonly kind: string; readonly state: PayeeState };

/** The details that were paid to before these, of rows with the newest first. */
export function replacedBy<Row extends Given>(rows: readonly Row[], at: number): Row | undefined {
  const kind = rows[at]?.kind;
  return rows
    .slice(at + 1)
    .find((row) => row.kind === kind && (row.state === 'confirmed' || row.state === 'ended'));
}

/** The last day on which a refund to them is held for being new; null once it has passed. */
export function heldUntil(
  { enteredOn, state }: { readonly enteredOn: Day; readonly state: PayeeState },
  bankDays: number,
  today: Day,
): Day | null {
  const last = plusDays(enteredOn, bankDays - 1);
  const isUsable = state === 'asked' || state === 'confirmed';
  return isUsable && today <= last ? last : null;
}
