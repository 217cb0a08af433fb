/**
 * Whether the actor may give up what a customer owes by their own right: the authority that the
 * company has granted for the kind says it, as it would for a request.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, money, plus } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { askedLately, mayAlone } from '#areas/approvals/index.ts';
import { type AuthorityRefusal, mayGiveUp } from '../rules/authority.ts';
import { rolesOf } from '../store/write-offs.ts';

export type GiveUp = {
  readonly companyId: Id;
  /** Null where many customers' rests go at once. */
  readonly accountId: Id | null;
  readonly kind: 'write_off' | 'credit_memo' | 'waiver';
  /** In the company's base currency. */
  readonly weight: Money;
  /** What was given up on the account lately, in the same currency. */
  readonly before: Money;
};

/** Accepts with what it comes to together. Whoever calls has locked the account. */
export async function ownAuthority(
  context: Context,
  { companyId, accountId, kind, weight, before }: GiveUp,
): Promise<Outcome<Money, AuthorityRefusal>> {
  const { tx, actor } = context;
  const asked = accountId === null ? 0n : await askedLately(context, { accountId, kind });
  const together = plus(plus(weight, before), money(asked, weight.currency));
  const roles = await rolesOf(tx, actor.memberId);
  return mayGiveUp(together, await mayAlone(tx, { companyId, kind, roles, weight: together }));
}
