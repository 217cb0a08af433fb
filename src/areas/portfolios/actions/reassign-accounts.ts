/**
 * Gives every account that fits a filter to a person, to several in fair parts, or to nobody.
 *
 * A person decided it, so the accounts are pinned unless they say otherwise.
 */
import type { Id } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { AccountFilter } from '../rules/account-filter.ts';
import { mayHave } from '../rules/people.ts';
import type { PeopleRefusal } from '../rules/refusal.ts';
import { split } from '../rules/split.ts';
import { accountsFitting } from '../store/features.ts';
import { lockPortfolio } from '../store/rules.ts';
import { type Carried, type CarryRefusal, carryOut } from './carry-out.ts';
import { readPortfolio } from './read-portfolio.ts';

export type ReassignAccounts = {
  readonly companyId: Id;
  readonly filter: AccountFilter;
  /** Nobody when empty; shared out when several. */
  readonly memberIds: readonly Id[];
  readonly pin: boolean;
  readonly expected?: number | undefined;
};

export async function reassignAccounts(
  context: Context,
  { companyId, filter, memberIds, pin, expected }: ReassignAccounts,
): Promise<Outcome<Carried, CarryRefusal | PeopleRefusal | 'portfolios.no_such_company'>> {
  await lockPortfolio(context.tx, companyId);
  const portfolio = await readPortfolio(context.tx, companyId, context);
  if (!portfolio.ok) return portfolio;
  const people = mayHave(memberIds, portfolio.value.members, companyId);
  if (!people.ok) return people;
  const wanted = await accountsFitting(context.tx, companyId, filter, context);
  const owners = memberIds.length === 0 ? new Map<Id, Id>() : split(wanted, memberIds);
  const moves = wanted.map((account) => ({
    account,
    to: owners.get(account.accountId) ?? null,
    rule: null,
  }));
  return carryOut(context, portfolio.value, moves, { kind: 'bulk', pin, expected });
}
