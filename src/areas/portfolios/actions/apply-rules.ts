/**
 * Gives every account to whom the rules say, as one act that can be undone.
 *
 * Accounts that a person pinned stay; so does what fits no rule.
 */
import type { Id } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { assign } from '../rules/assignment.ts';
import { loadsOf } from '../rules/load.ts';
import { currentRules, lockPortfolio } from '../store/rules.ts';
import { type Carried, type CarryRefusal, carryOut } from './carry-out.ts';
import { type Portfolio, readPortfolio } from './read-portfolio.ts';

export type ApplyRules = {
  readonly companyId: Id;
  /** Only accounts that are nobody's, or all that are not pinned. */
  readonly only: 'all' | 'unassigned';
  readonly expected?: number | undefined;
};

export async function applyRules(
  context: Context,
  { companyId, only, expected }: ApplyRules,
): Promise<Outcome<Carried, CarryRefusal | 'portfolios.no_such_company'>> {
  await lockPortfolio(context.tx, companyId);
  const portfolio = await readPortfolio(context.tx, companyId, context);
  if (!portfolio.ok) return portfolio;
  const { rules } = await currentRules(context.tx, companyId);
  const { book } = portfolio.value;
  const wanted = only === 'all' ? book : book.filter(({ ownerId }) => ownerId === null);
  const heads = new Map(
    book.flatMap((each) => (each.ownerId ? [[each.customerId, each.ownerId] as const] : [])),
  );
  const placements = assign(wanted, rules, available(portfolio.value), heads);
  const moves = placements.map(({ account, ownerId, rule }) => ({ account, to: ownerId, rule }));
  return carryOut(context, portfolio.value, moves, { kind: 'rules', pin: false, expected });
}

/** The people with what they hold now. */
export function available({ book, people }: Pick<Portfolio, 'book' | 'people'>) {
  const loads = loadsOf(book.map((account) => ({ ownerId: account.ownerId, account })));
  return people.map(({ memberId, minutes }) => ({
    memberId,
    minutes,
    accounts: loads.get(memberId)?.accounts ?? 0,
    work: loads.get(memberId)?.minutes ?? 0,
  }));
}
