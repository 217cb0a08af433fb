/**
 * States the firm's own caps and hours anew, from a day on; they only ever forbid more than the
 * law does. No caps and no hours takes them all back.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { HouseRules } from '../rules/packs/house.ts';
import { houseVersions, insertHouseRules, lockHouseRules } from '../store/house-rules.ts';

export type HouseRefusal = 'compliance.hours_end_before_they_begin' | 'compliance.in_the_past';

/** Refuses hours that are none, and a day that has passed: permits were given by the old ones. */
export async function stateHouseRules(
  context: Context,
  stated: { readonly effectiveFrom: Day; readonly rules: HouseRules },
): Promise<Outcome<{ version: number }, HouseRefusal>> {
  const { effectiveFrom, rules } = stated;
  const { hours } = rules;
  if (effectiveFrom < context.today) return refuse('compliance.in_the_past', { effectiveFrom });
  if (hours !== null && hours.to <= hours.from) {
    return refuse('compliance.hours_end_before_they_begin', { from: hours.from, to: hours.to });
  }
  await lockHouseRules(context.tx);
  const [latest] = await houseVersions(context.tx);
  const version = (latest?.version ?? 0) + 1;
  await insertHouseRules(context, { version, effectiveFrom, rules });
  context.did({ what: 'house rules', facts: { version, effectiveFrom } });
  await context.tell({ name: 'compliance.packs_changed', accountId: null, payload: { version } });
  return accept({ version });
}
