/**
 * A statement of account: what was owed, what happened, what is owed now.
 *
 *   opening ──▶ + invoices, charges, returned payments ──▶ − receipts, credits ──▶ closing
 *
 * It lists items, not applications: applying money moves nothing between us and the customer.
 * The closing balance is next month's opening (case I-12).
 */
import type { Day } from '#kernel/day.ts';

export type StatementItem = {
  readonly on: Day;
  readonly document: string;
  readonly kind: string;
  readonly reference: string | null;
  readonly dueOn: Day | null;
  /** Positive: owed to us. Minor units. */
  readonly amount: bigint;
};

export type StatementLine = StatementItem & { readonly running: bigint };

export type Statement = {
  readonly opening: bigint;
  readonly lines: readonly StatementLine[];
  readonly closing: bigint;
};

/** Runs the balance over what happened, oldest first; the items come in that order. */
export function runStatement(opening: bigint, items: readonly StatementItem[]): Statement {
  let running = opening;
  const lines = items.map((item) => {
    running += item.amount;
    return { ...item, running };
  });
  return { opening, lines, closing: running };
}
