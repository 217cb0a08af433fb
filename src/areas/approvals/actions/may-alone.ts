/**
 * Whether somebody may do what would otherwise be asked for: their roles reach the amount, and
 * nobody else is needed beside them.
 *
 * It is for acts on what another person or system asked; one's own request is never decided alone.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, atLeast } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { ApprovalKind } from '../rules/authority.ts';
import { routeApproval } from '../rules/route.ts';
import { authorityOf } from '../store/authority.ts';

export type AloneQuestion = {
  readonly companyId: Id;
  readonly kind: ApprovalKind;
  /** In the company's base currency. */
  readonly weight: Money;
  readonly roles: readonly string[];
};

/** `who` is the role that may; null when nobody may. */
export async function mayAlone(
  db: Queries,
  { companyId, kind, weight, roles }: AloneQuestion,
): Promise<{ readonly alone: boolean; readonly who: string | null; readonly dual: boolean }> {
  const { limits, dualFrom } = await authorityOf(db, companyId, kind);
  const { role, needsSecondPerson } = routeApproval(weight, limits, dualFrom);
  const reaches = limits.some(
    ({ role: each, most }) => roles.includes(each) && (most === null || atLeast(most, weight)),
  );
  return { alone: reaches && !needsSecondPerson, who: role, dual: needsSecondPerson };
}
