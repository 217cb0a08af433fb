/**
 * Computes a run over the book and freezes it; it is booked once it is approved. Nothing to
 * charge is no run.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { termsOf } from '../store/policy.ts';
import { insertRun } from '../store/runs.ts';
import { quoteCharges } from './quote-charges.ts';

export type PrepareRefusal = 'charges.day_ahead' | 'charges.nothing_to_charge';

export async function prepareRun(
  context: Context,
  { companyId, asOf }: { readonly companyId: Id; readonly asOf: Day },
): Promise<Outcome<{ runId: Id; count: number }, PrepareRefusal>> {
  if (asOf > context.today) return refuse('charges.day_ahead', { today: context.today });
  const terms = await termsOf(context.tx, companyId);
  const { rows, totals } = await quoteCharges(context.tx, companyId, asOf, terms);
  const count = rows.filter(({ interest, fee }) => interest.minor + fee.minor > 0n).length;
  if (count === 0) return refuse('charges.nothing_to_charge');
  const runId = context.newId();
  await insertRun(context, { runId, companyId, asOf, terms, totals, rows });
  context.did({ what: 'run of charges', id: runId, facts: { rows: count } });
  return accept({ runId, count });
}
