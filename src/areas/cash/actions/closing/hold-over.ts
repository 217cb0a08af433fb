/**
 * Holds a payment over the end of its day, with whom it waits for and until when.
 *
 * An unreadable lockbox image is one: the bank is asked, a clock runs, and the deposit balances
 * all the same, because the money is there. Nothing is held over without a reason.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Leg } from '../../rules/closing/day.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import {
  type HeldOver,
  endHeldOver as insertEnd,
  insertHeldOver,
  standingReceiptCompany,
} from '../../store/closing/signatures.ts';

export type HoldOver = {
  readonly companyId: Id;
  readonly receiptId: Id;
  readonly leg: Leg;
  readonly waitsFor: HeldOver['waitsFor'];
  /** Default: as long as the policy gives a bank to answer. */
  readonly dueOn: Day | undefined;
};

export async function holdOver(
  context: Context,
  { companyId, receiptId, leg, waitsFor, dueOn }: HoldOver,
): Promise<Outcome<{ heldId: Id; dueOn: Day }, 'cash.no_such_receipt' | 'cash.due_in_the_past'>> {
  const receipt = await standingReceiptCompany(context.tx, receiptId);
  if (receipt?.companyId !== companyId) return refuse('cash.no_such_receipt');
  const { bankAnswerDays } = await closingPolicyOf(context.tx, companyId);
  const due = dueOn ?? plusDays(context.today, bankAnswerDays);
  if (due < context.today) return refuse('cash.due_in_the_past', { day: due });
  const heldId = context.newId();
  await insertHeldOver(context, companyId, { heldId, receiptId, leg, waitsFor, dueOn: due });
  context.did({ what: 'held over', id: receiptId, facts: { leg, waitsFor, dueOn: due } });
  return accept({ heldId, dueOn: due });
}

/** What was waited for has come, or it was said wrongly; the reason says which. */
export async function endHeldOver(
  context: Context,
  { companyId, heldId }: { readonly companyId: Id; readonly heldId: Id },
): Promise<Outcome<{ heldId: Id }, 'cash.no_such_hold'>> {
  const ended = await insertEnd(context, companyId, heldId);
  if (!ended) return refuse('cash.no_such_hold');
  context.did({ what: 'waits no more', id: heldId });
  return accept({ heldId });
}
