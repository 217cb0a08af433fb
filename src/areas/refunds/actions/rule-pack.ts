/** Switches a rule pack on or off, and notes who of counsel looked at it. */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { PackId } from '../rules/packs.ts';
import { insertPackAct } from '../store/packs.ts';

export type RulePack = {
  readonly packId: PackId;
  readonly enabled: boolean;
  readonly reviewer: string;
  readonly reviewedOn: Day | null;
  readonly note: string;
};

export async function rulePack(
  context: Context,
  act: RulePack,
): Promise<Outcome<{ enabled: boolean }, 'refunds.reviewed_later'>> {
  const { reviewedOn, packId, enabled } = act;
  if (reviewedOn !== null && reviewedOn > context.today) {
    return refuse('refunds.reviewed_later', { day: reviewedOn });
  }
  await insertPackAct(context, act);
  context.did({ what: enabled ? 'pack switched on' : 'pack switched off', facts: { packId } });
  return accept({ enabled });
}
