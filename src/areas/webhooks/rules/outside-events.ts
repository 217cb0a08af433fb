/**
 * The news that other programs may ask for, by the names under which areas tell it.
 *
 * News is thin on purpose: ids, numbers and states, never a person's address or a bank number.
 * Whoever needs more asks the API with a key of its own.
 */
export const outsideEvents = [
  'credit.order_decided',
  'credit.limit_changed',
  'credit.account_hold_changed',
  'ledger.receipt_posted',
  'ledger.receipt_returned',
  'ledger.written_off',
  'ledger.refund_paid',
  'ledger.period_changed',
  'promises.promise_made',
  'promises.promise_kept',
  'promises.promise_broken',
  'promises.plan_changed',
  'disputes.dispute_opened',
  'disputes.case_changed',
  'approvals.decision_made',
  'imports.book_imported',
  'cash.day_signed',
  'reports.month_signed',
] as const;

export type OutsideEvent = (typeof outsideEvents)[number];

export function isOutsideEvent(name: string): name is OutsideEvent {
  return outsideEvents.some((each) => each === name);
}
