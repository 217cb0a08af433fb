/**
 * An account with debts of more than 60 days, as the controller reads it.
 *
 * The rule a newcomer would break: an account is explained only when somebody said why, what is
 * done and who does it. Only what is wholly disputed or in a plan explains itself.
 */
import type { Day } from '#kernel/day.ts';

export const gaps = ['cause', 'plan', 'owner'] as const;
export type Gap = (typeof gaps)[number];

export type LateWord = {
  readonly open: bigint;
  readonly disputed: bigint;
  readonly planned: bigint;
  readonly cause: string | null;
  readonly plan: string | null;
  readonly planOwner: string | null;
  readonly collector: string | null;
};

/** What is left to be collected: neither disputed nor in a plan. */
export function toCollect({ open, disputed, planned }: LateWord): bigint {
  return open - disputed - planned;
}

/** What nobody has said yet. */
export function gapsOf(word: LateWord): Gap[] {
  const silent: Record<Gap, boolean> = {
    cause: word.cause === null,
    plan: word.plan === null,
    owner: word.planOwner === null && word.collector === null,
  };
  // A case and a plan of payments say why and what comes next by themselves.
  if (toCollect(word) <= 0n) return silent.owner ? ['owner'] : [];
  return gaps.filter((gap) => silent[gap]);
}

/** A plan whose day has passed says nothing any more about what is done. */
export function isStale(dueOn: Day | null, asOf: Day): boolean {
  return dueOn !== null && dueOn < asOf;
}

/** Why a debt is late: the causes of the disputes. */
export { rootCauses as lateCauses } from '#areas/disputes/rules/cause.ts';
