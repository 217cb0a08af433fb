/**
 * Takes back an act that moved accounts: each goes to whom it had before, with its pin.
 *
 * An account that somebody moved again since stays where they put it, and is counted.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { moveAccounts } from '#areas/customers/index.ts';
import type { UndoRefusal } from '../rules/refusal.ts';
import { findReassignment, insertUndone, stillAsMoved } from '../store/reassignments.ts';
import { lockPortfolio } from '../store/rules.ts';

export type Undone = { readonly restored: number; readonly leftAlone: number };

export async function undoReassignment(
  context: Context,
  reassignmentId: Id,
  companies: CompanyScope,
): Promise<Outcome<Undone, UndoRefusal>> {
  const { tx, at, actor, reason } = context;
  const found = await findReassignment(tx, reassignmentId);
  const seen = found?.companyIds.every((each) => companies === 'all' || companies.includes(each));
  if (!found || !seen) return refuse('portfolios.no_such_reassignment');
  for (const companyId of found.companyIds) await lockPortfolio(tx, companyId);
  const fresh = await insertUndone(tx, reassignmentId, { at, actor: actor.ref, reason });
  if (!fresh) return refuse('portfolios.undone_already');
  const { moved, standing } = await stillAsMoved(tx, reassignmentId);
  await moveAccounts(
    context,
    standing.map(({ accountId, fromId, wasPinned }) => ({
      accountId,
      memberId: fromId,
      pinned: wasPinned,
    })),
  );
  context.did({ what: 'reassignment_undone', id: reassignmentId });
  return accept({ restored: standing.length, leftAlone: moved - standing.length });
}
