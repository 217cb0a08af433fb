/**
 * May this person approve this request? Never his own, at any amount; otherwise up to the
 * limit of his role for such a request.
 *
 * The limits are those of a desk that has not published its own policy; the chief financial
 * officer has none.
 */
import { type Money } from '#kernel/money.ts';

export type ApprovalAsked = {
  readonly kind: string;
  readonly requestedBy: string;
  readonly approver: string;
  readonly role: string;
  readonly amount: Money;
};

export type ApprovalNo = 'self_approval' | 'unknown_kind' | 'over_limit';

/** Whole units by role; a role that is not named approves nothing. */
type Limits = ReadonlyMap<string, bigint>;

const smallMoney: Limits = new Map([
  ['supervisor', 500n],
  ['controller', 5_000n],
]);

const standardLimits: ReadonlyMap<string, Limits> = new Map([
  ['write_off', smallMoney],
  ['credit_memo', smallMoney],
  [
    'refund',
    new Map([
      ['supervisor', 1_000n],
      ['controller', 10_000n],
    ]),
  ],
]);

const unlimited: ReadonlySet<string> = new Set(['cfo']);

/** Why it may not be approved; undefined when it may. Amounts have two decimals. */
export function approvalRefusal(asked: ApprovalAsked): ApprovalNo | undefined {
  if (asked.approver === asked.requestedBy) return 'self_approval';
  const limits = standardLimits.get(asked.kind);
  if (limits === undefined) return 'unknown_kind';
  if (unlimited.has(asked.role)) return undefined;
  const most = (limits.get(asked.role) ?? 0n) * 100n;
  return asked.amount.minor <= most ? undefined : 'over_limit';
}
