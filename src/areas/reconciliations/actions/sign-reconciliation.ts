/** Signs a reconciliation: its figures freeze with the first signature, the second is another's. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { figures } from '../rules/figures.ts';
import { type SignRefusal, mayPrepare, mayReview } from '../rules/signing.ts';
import { partsOf } from '../store/parts.ts';
import { insertSignature } from '../store/reconciliations.ts';
import { type FindRefusal, type WhichOne, lockOne } from './open-one.ts';

export type SignReconciliation = WhichOne & {
  readonly as: 'preparer' | 'reviewer';
  readonly note: string;
};

export async function signReconciliation(
  context: Context,
  { as, note, ...which }: SignReconciliation,
): Promise<Outcome<{ state: 'prepared' | 'reviewed' }, SignRefusal | FindRefusal>> {
  const { tx, actor } = context;
  const found = await lockOne(tx, which);
  if (!found.ok) return found;
  const { preparer, reviewer } = found.value;
  const signed = { preparer: preparer?.actor ?? null, reviewer: reviewer?.actor ?? null };
  const now = figures(await partsOf(tx, found.value));
  const work = { compared: now.source !== null, open: now.open };
  const allowed = as === 'preparer' ? mayPrepare(signed, work) : mayReview(signed, actor.ref);
  if (!allowed.ok) return allowed;
  const frozen = preparer?.figures ?? now;
  const by = preparer?.actor ?? actor.ref;
  await insertSignature(context, which, { as, preparer: by, figures: frozen, note });
  context.did({ what: `reconciliation signed: ${as}`, id: which.reconciliationId });
  return accept({ state: as === 'preparer' ? 'prepared' : 'reviewed' });
}
