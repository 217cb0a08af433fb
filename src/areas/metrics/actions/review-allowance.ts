/**
 * The second person's word on an allowance: signed, or sent back with what is wrong.
 *
 * Nobody reviews what he prepared himself; a review is given once.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { allowancesOf, insertReview, lockAllowance } from '../store/allowances.ts';

export type ReviewAllowance = {
  readonly allowanceId: Id;
  /** What the reviewer may see. */
  readonly companies: CompanyScope;
  readonly verdict: 'signed' | 'sent_back';
  readonly note: string;
};

export type ReviewRefusal =
  | 'metrics.no_such_allowance'
  | 'metrics.allowance_reviewed'
  | 'metrics.own_allowance'
  | 'metrics.note_missing';

export async function reviewAllowance(
  context: Context,
  { allowanceId, companies, verdict, note }: ReviewAllowance,
): Promise<Outcome<{ verdict: 'signed' | 'sent_back' }, ReviewRefusal>> {
  await lockAllowance(context, allowanceId);
  const [found] = await allowancesOf(context.tx, companies, allowanceId);
  if (!found) return refuse('metrics.no_such_allowance');
  if (found.verdict !== null) return refuse('metrics.allowance_reviewed');
  if (found.actor === context.actor.ref) return refuse('metrics.own_allowance');
  if (verdict === 'sent_back' && note.trim() === '') return refuse('metrics.note_missing');
  await insertReview(context, { companyId: id(found.company_id), allowanceId, verdict, note });
  context.did({ what: `allowance ${verdict}`, id: allowanceId });
  return accept({ verdict });
}
