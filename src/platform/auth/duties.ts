/**
 * Duties that one person must not hold together: custody, recording, authorising and
 * reconciling are kept apart, so that nobody can take money and hide it (COSO; AICPA AU-C 240).
 *
 * Asking and approving stand in one role and are kept apart request by request instead: nobody
 * decides what they asked for. So a permission to ask is no duty here.
 */
import { permissionsOf } from './roles.ts';

export const dutyNames = [
  'bank_details_change',
  'bank_reconciliation',
  'cash_posting',
  'credit_limit',
  'credit_memo_approval',
  'customer_master',
  'deposit_rdc',
  'invoicing',
  'order_release',
  'period_close',
  'plan_approval',
  'refund_approval',
  'refund_release',
  'user_admin',
  'write_off_approval',
] as const;
export type DutyName = (typeof dutyNames)[number];

/** Which duties a permission makes one's own. */
const dutiesByPermission: Readonly<Record<string, readonly DutyName[]>> = {
  'accounts.edit': ['customer_master'],
  'approvals.decide': [
    'write_off_approval',
    'credit_memo_approval',
    'refund_approval',
    'plan_approval',
  ],
  'cash.deposit': ['deposit_rdc'],
  'cash.post': ['cash_posting'],
  'cash.reconcile': ['bank_reconciliation'],
  'ledger.charge': ['invoicing'],
  'ledger.close_periods': ['period_close'],
  'ledger.write_off': ['write_off_approval'],
  'team.manage': ['user_admin'],
};

/** The duties that somebody with these roles holds, sorted. */
export function dutiesOf(roles: readonly string[]): DutyName[] {
  const held = permissionsOf(roles).flatMap((name) => dutiesByPermission[name] ?? []);
  return [...new Set(held)].toSorted();
}

export type HeldPair = {
  readonly one: DutyName;
  readonly other: DutyName;
  /** A role that joins them by itself; null when only several roles together do. */
  readonly within: string | null;
};

/** The forbidden pairs that these roles come to. */
export function heldPairs(roles: readonly string[]): HeldPair[] {
  return forbiddenPairs(dutiesOf(roles)).flatMap(([one, other]) => {
    const [first, second] = [dutyNamed(one), dutyNamed(other)];
    if (first === undefined || second === undefined) return [];
    const within = roles.find((role) => {
      const own = dutiesOf([role]);
      return own.includes(first) && own.includes(second);
    });
    return [{ one: first, other: second, within: within ?? null }];
  });
}

/** The first pair that only these roles together come to; undefined when there is none. */
export function joinedPair(roles: readonly string[]): HeldPair | undefined {
  return heldPairs(roles).find(({ within }) => within === null);
}

function dutyNamed(name: string): DutyName | undefined {
  return dutyNames.find((duty) => duty === name);
}

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
