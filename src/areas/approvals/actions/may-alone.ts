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

type Actor = {
  readonly companyId: Id;
  readonly kind: ApprovalKind;
  readonly roles: readonly string[];
};

type Alone = {
  readonly alone: boolean;
  /** The role that may; null when nobody may. */
  readonly who: string | null;
  /** Whether a second person is needed. */
  readonly dual: boolean;
};

/** `weight` is in the company's base currency. */
export async function mayAlone(
  db: Queries,
  { weight, ...actor }: Actor & { readonly weight: Money },
): Promise<Alone> {
  return (await reachOf(db, actor))(weight);
}

/** The same for many amounts: the authority of the company is read once. */
export async function reachOf(
  db: Queries,
  { companyId, kind, roles }: Actor,
): Promise<(weight: Money) => Alone> {
  const { limits, dualFrom } = await authorityOf(db, companyId, kind);
  return (weight) => {
    const { role, needsSecondPerson } = routeApproval(weight, limits, dualFrom);
    const reaches = limits.some(
      ({ role: each, most }) => roles.includes(each) && (most === null || atLeast(most, weight)),
    );
    return { alone: reaches && !needsSecondPerson, who: role, dual: needsSecondPerson };
  };
}
