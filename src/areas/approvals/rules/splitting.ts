/**
 * What may be split into small requests, so that each stays below a limit: where money leaves or
 * a debt is given up, the requests of one customer within thirty days count as one.
 */
import type { ApprovalKind } from './authority.ts';

/** Calendar days that are looked back. */
export const togetherDays = 30;

const together: ReadonlySet<ApprovalKind> = new Set<ApprovalKind>([
  'write_off',
  'refund',
  'credit_memo',
  'waiver',
  'settlement',
]);

export function countsTogether(kind: ApprovalKind): boolean {
  return together.has(kind);
}
