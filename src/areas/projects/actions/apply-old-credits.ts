/**
 * Applies the oldest credits onto the oldest invoices of accounts, in one go, as one would do it
 * one by one: each application is the ledger's own, so undoing it is a reversal.
 */
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { Day } from '#kernel/day.ts';
import { applyCredit } from '#areas/ledger/index.ts';
import { type Pair, oldestFirst } from '../rules/oldest-first.ts';
import { type Step, accountFields, insertFix, openItems } from '../store/fixes.ts';
import { findDoubtful } from './find-doubtful.ts';

export type ApplyOldCredits = { readonly companyId: Id; readonly accountIds: readonly Id[] };
export type Applied = { readonly fixId: Id; readonly applied: number };

/** What would be applied onto what; nothing is written. */
export async function creditsToApply(
  db: Queries,
  { companyId, accountIds }: ApplyOldCredits,
  today: Day,
): Promise<Pair[]> {
  const own = await accountFields(db, accountIds, companyId);
  const ids = own.map((each) => each.accountId);
  const { credits, debts } = await openItems(db, ids, today);
  return oldestFirst(credits, debts);
}

/** Refuses by the ledger's names; then nothing of it is done. */
export async function applyOldCredits(
  context: Context,
  wish: ApplyOldCredits,
): Promise<Outcome<Applied, string>> {
  const { today, tx } = context;
  const pairs = await creditsToApply(tx, wish, today);
  if (pairs.length === 0) return refuse('fix.nothing_to_do');
  const steps: Step[] = [];
  for (const { accountId, credit, debt, amount } of pairs) {
    const done = await applyCredit(context, {
      accountId,
      creditItemId: credit.itemId,
      debitItemId: debt.itemId,
      amount: money(amount, credit.currency),
      effectiveOn: today,
    });
    if (!done.ok) return done;
    steps.push({ accountId, facts: { applicationId: done.value.applicationId } });
  }
  const fixId = context.newId();
  await insertFix(context, { fixId, companyId: wish.companyId, kind: 'apply_credits' }, steps);
  const accountIds = [...new Set(pairs.map((pair) => pair.accountId))];
  await findDoubtful(context, { accountIds });
  return accept({ fixId, applied: steps.length });
}
