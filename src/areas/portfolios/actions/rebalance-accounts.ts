/**
 * Evens out the load of a company's collectors, as one act that can be undone.
 *
 * What it does is what the same question proposes as a dry run; accounts and people that a
 * manager takes out of the proposal are left out of the act.
 */
import type { Id } from '#kernel/ids.ts';
import { decimalsOf } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Measure, weightOf } from '../rules/load.ts';
import { rebalance, usualLimits } from '../rules/rebalance.ts';
import { lockPortfolio } from '../store/rules.ts';
import { type Carried, type CarryRefusal, carryOut } from './carry-out.ts';
import { readPortfolio } from './read-portfolio.ts';

export type RebalanceAccounts = {
  readonly companyId: Id;
  readonly measure: Measure;
  readonly mostMoves: number;
  /** Collectors who neither give nor take. */
  readonly leaveOut: readonly Id[];
  /** Accounts that stay although the proposal moved them. */
  readonly keep: readonly Id[];
  readonly expected?: number | undefined;
};

export async function rebalanceAccounts(
  context: Context,
  { companyId, measure, mostMoves, leaveOut, keep, expected }: RebalanceAccounts,
): Promise<Outcome<Carried, CarryRefusal | 'portfolios.no_such_company'>> {
  await lockPortfolio(context.tx, companyId);
  const portfolio = await readPortfolio(context.tx, companyId, context);
  if (!portfolio.ok) return portfolio;
  const { book, people, currency } = portfolio.value;
  const unit = 10n ** BigInt(decimalsOf(currency));
  const owners = new Set(book.map(({ ownerId }) => ownerId));
  const proposed = rebalance(
    book.map((account) => ({ account, weight: weightOf(account, measure, unit) })),
    people.filter(
      ({ memberId, collects }) =>
        !leaveOut.includes(memberId) && (collects || owners.has(memberId)),
    ),
    { ...usualLimits, mostMoves },
  );
  const kept = new Set(keep);
  const moves = proposed
    .filter(({ account }) => !kept.has(account.accountId))
    .map((move) => ({ ...move, rule: null }));
  return carryOut(context, portfolio.value, moves, { kind: 'rebalance', pin: false, expected });
}
