/**
 * Duties that one person must not hold together: custody, recording, authorising and
 * reconciling are kept apart, so that nobody can take money and hide it (COSO; AICPA AU-C 240).
 *
 * A small office that cannot keep them apart has a second person review and sign instead.
 */

/** Duty → the duties that may not be held beside it; each pair stands once. */
const apart: Readonly<Record<string, readonly string[]>> = {
  // Lapping, and hiding it.
  cash_posting: [
    'write_off_approval',
    'credit_memo_approval',
    'refund_release',
    'bank_reconciliation',
    'mail_opening',
  ],
  // Refunds to nobody.
  refund_request: ['refund_approval', 'refund_release'],
  refund_approval: ['refund_release'],
  refund_release: ['bank_reconciliation', 'bank_details_change'],
  // Sales that never were.
  invoicing: ['credit_memo_approval'],
  customer_master: ['credit_limit'],
  credit_limit: ['order_release'],
  write_off_request: ['write_off_approval'],
  journal: ['period_close'],
  // Who hands out rights posts nothing and approves nothing.
  user_admin: [
    'cash_posting',
    'journal',
    'write_off_approval',
    'credit_memo_approval',
    'refund_approval',
    'refund_release',
    'plan_approval',
  ],
};

/** The pairs among the duties that may not be one person's, sorted; unknown duties join none. */
export function forbiddenPairs(duties: readonly string[]): [string, string][] {
  const held = [...new Set(duties)].toSorted();
  return held.flatMap((first, at) =>
    held
      .slice(at + 1)
      .filter((second) => areApart(first, second) || areApart(second, first))
      .map((second): [string, string] => [first, second]),
  );
}

function areApart(a: string, b: string): boolean {
  return Object.hasOwn(apart, a) && apart[a]?.includes(b) === true;
}
