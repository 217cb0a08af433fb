/**
 * Gives accounts that have just been made to their owner by rule, at once.
 *
 * What no rule fits stays without an owner, in the queue that the portfolio shows. Accounts
 * that came with an owner keep theirs.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { assign } from '../rules/assignment.ts';
import { ownersOfHeads } from '../store/features.ts';
import { currentRules, lockPortfolio } from '../store/rules.ts';
import { available } from './apply-rules.ts';
import { carryOut } from './carry-out.ts';
import { readPortfolio } from './read-portfolio.ts';

/** Answers how many have an owner now; a company without rules costs one look. */
export async function assignNewAccounts(
  context: Context,
  companyId: Id,
  accountIds: readonly Id[],
): Promise<Outcome<{ assigned: number }, never>> {
  const { tx } = context;
  const { rules } = await currentRules(tx, companyId);
  if (rules.length === 0 || accountIds.length === 0) return accept({ assigned: 0 });
  await lockPortfolio(tx, companyId);
  const portfolio = await readPortfolio(tx, companyId, context);
  if (!portfolio.ok) return accept({ assigned: 0 });
  const fresh = new Set(accountIds);
  const wanted = portfolio.value.book.filter(
    ({ accountId, ownerId }) => fresh.has(accountId) && ownerId === null,
  );
  const headIds = wanted.map(({ headId }) => headId);
  const heads = await ownersOfHeads(tx, companyId, headIds);
  const placements = assign(wanted, rules, available(portfolio.value), heads);
  const moves = placements.map(({ account, ownerId, rule }) => ({ account, to: ownerId, rule }));
  const done = await carryOut(context, portfolio.value, moves, { kind: 'new', pin: false });
  return accept({ assigned: done.ok ? done.value.accounts : 0 });
}
