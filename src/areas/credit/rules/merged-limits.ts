/**
 * What becomes of an account's limits when it is merged into another: nobody granted their sum.
 *
 * A kind of which the account that stays has nothing in force comes over as it was granted, with
 * its own days; of a kind that both have, that of the account that stays stands.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';

type Limit = { readonly grantId: Id; readonly kind: string; readonly untilOn: Day | null };

export type MergedLimits<L> = { readonly come: readonly L[]; readonly end: readonly L[] };

/** Those in force on the day; what was carried before, by its id, does neither. */
export function mergedLimits<L extends Limit>(
  gone: readonly L[],
  stays: readonly Limit[],
  today: Day,
): MergedLimits<L> {
  const inForce = ({ untilOn }: Limit): boolean => untilOn === null || untilOn >= today;
  const had = new Map(stays.filter(inForce).map((each) => [each.kind, each.grantId]));
  const left = gone.filter((each) => inForce(each) && had.get(each.kind) !== each.grantId);
  return {
    come: left.filter(({ kind }) => !had.has(kind)),
    end: left.filter(({ kind }) => had.has(kind)),
  };
}
