/**
 * Who signs a reconciliation, and when.
 *
 *   open ──every difference answered──▶ prepared ──another person──▶ reviewed
 *
 * The rule a newcomer would break: what was signed is frozen, and nobody reviews their own.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const answerKinds = [
  'dispute',
  'send_copy',
  'apply_cash',
  'ask',
  'in_transit',
  'ours',
  'theirs',
] as const;
export type AnswerKind = (typeof answerKinds)[number];

export type SignRefusal =
  | 'reconciliation.differences_open'
  | 'reconciliation.nothing_compared'
  | 'reconciliation.signed_already'
  | 'reconciliation.not_prepared'
  | 'reconciliation.own_work';

export type Signed = { readonly preparer: string | null; readonly reviewer: string | null };

export function mayPrepare(
  signed: Signed,
  work: { readonly compared: boolean; readonly open: number },
): Outcome<null, SignRefusal> {
  if (signed.preparer !== null) return refuse('reconciliation.signed_already');
  if (!work.compared) return refuse('reconciliation.nothing_compared');
  if (work.open > 0) return refuse('reconciliation.differences_open', { count: work.open });
  return accept(null);
}

export function mayReview(signed: Signed, actor: string): Outcome<null, SignRefusal> {
  if (signed.preparer === null) return refuse('reconciliation.not_prepared');
  if (signed.reviewer !== null) return refuse('reconciliation.signed_already');
  if (signed.preparer === actor) return refuse('reconciliation.own_work');
  return accept(null);
}
