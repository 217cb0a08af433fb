/**
 * Money that is not receivables: a vendor's refund, a sweep, tax, a sister company's payment.
 *
 * Above the policy's limit a second person approves before anything is booked; who asked never
 * approves. A sister's money is owed to it from that moment, and it has it to apply.
 */
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type Elsewhere =
  | { readonly kind: 'account'; readonly ledgerAccount: string }
  | { readonly kind: 'sister'; readonly sisterId: Id };

export type ElsewhereRefusal =
  | 'cash.amount_not_positive'
  | 'cash.ledger_account_missing'
  | 'cash.own_company'
  | 'cash.request_decided'
  | 'cash.self_approval';

/** May this money go there? */
export function maySend(
  amount: Money,
  companyId: Id,
  elsewhere: Elsewhere,
): Outcome<null, ElsewhereRefusal> {
  if (amount.minor <= 0n) return refuse('cash.amount_not_positive');
  if (elsewhere.kind === 'sister') {
    return elsewhere.sisterId === companyId ? refuse('cash.own_company') : accept(null);
  }
  return elsewhere.ledgerAccount === '' ? refuse('cash.ledger_account_missing') : accept(null);
}

/** Does it need a second person? The limit itself does not. */
export function needsApproval(amount: Money, limitMinor: bigint): boolean {
  return amount.minor > limitMinor;
}

/** May this person decide the request? */
export function mayApprove(
  request: { readonly asked: string; readonly decided: boolean },
  approver: string,
): Outcome<null, ElsewhereRefusal> {
  if (request.decided) return refuse('cash.request_decided');
  return request.asked === approver ? refuse('cash.self_approval') : accept(null);
}
