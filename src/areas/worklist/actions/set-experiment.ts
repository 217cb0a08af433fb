/**
 * Switches on or off that a company measures what its work adds, and says how.
 *
 * Switched off, nobody is left alone any more at once; what was measured stays.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { ExperimentRefusal } from '../rules/refusal.ts';
import { shareBounds, warmUp } from '../rules/worth/control.ts';
import { controlAccounts, endControl } from '../store/worth.ts';
import { insertExperiment } from '../store/experiment.ts';
import { rebuildAccounts } from './build-worklist.ts';

export type SetExperiment = {
  readonly companyId: Id;
  readonly isOn: boolean;
  readonly sharePct: number;
  readonly most: bigint;
  /** Days from today on which half are left alone; none: no warm-up. */
  readonly warmUpDays: number;
};

export async function setExperiment(
  context: Context,
  { companyId, isOn, sharePct, most, warmUpDays }: SetExperiment,
): Promise<Outcome<{ isOn: boolean; warmUpUntil: Day | null }, ExperimentRefusal>> {
  const { tx, today, at, actor, reason } = context;
  const { least, most: highest } = shareBounds;
  if (!Number.isInteger(sharePct) || sharePct < least || sharePct > highest) {
    return refuse('worklist.share_out_of_bounds', { least, most: highest });
  }
  if (!Number.isInteger(warmUpDays) || warmUpDays < 0 || warmUpDays > warmUp.mostDays) {
    return refuse('worklist.warm_up_too_long', { days: warmUp.mostDays });
  }
  if (most < 0n) return refuse('worklist.stake_below_nought');
  const warmUpUntil = warmUpDays > 0 ? plusDays(today, warmUpDays) : null;
  const terms = { companyId, isOn, sharePct, most, warmUpUntil };
  await insertExperiment(tx, terms, { at, actor: actor.ref, reason });
  if (!isOn) {
    const accountIds = await controlAccounts(tx, companyId);
    await endControl(tx, companyId);
    await rebuildAccounts(context, accountIds);
  }
  const facts = { on: isOn ? 'on' : 'off', share: sharePct, most: most.toString() };
  context.did({ what: 'experiment', id: companyId, facts });
  return accept({ isOn, warmUpUntil });
}
