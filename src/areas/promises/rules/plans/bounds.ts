/**
 * Who may agree to a plan or a settlement: the least role whose bounds it keeps.
 *
 * The rule a newcomer would break: a bound is inclusive, and nobody reaches beyond their own by
 * asking twice; what is beyond is approved by another person of that role or above.
 */
import { type Day, daysBetween, plusMonths } from '#kernel/day.ts';
import type { Money } from '#kernel/money.ts';
import type { PlanDraft } from './draft.ts';
import { type BoundRole, type PlanBounds, boundRoles } from './policy.ts';

/** Why a role may not agree to it alone. */
export const boundsBroken = [
  'too_long',
  'down_too_small',
  'first_too_late',
  'instalment_too_small',
  'moved_too_far',
  'settled_too_low',
] as const;
export type BoundBroken = (typeof boundsBroken)[number];

export type Verdict = {
  /** The least role that may agree; null when nobody may. */
  readonly least: BoundRole | null;
  /** May one of these roles agree alone? */
  readonly mine: boolean;
  /** What is beyond the asker's own bounds. */
  readonly broken: readonly BoundBroken[];
};

export type Held = { readonly covered: Money; readonly down: Money; readonly draft: PlanDraft };

/** Who may agree to this plan today. */
export function whoMayAgree(
  held: Held,
  today: Day,
  roles: readonly string[],
  bounds: readonly PlanBounds[],
): Verdict {
  return verdict(roles, bounds, (bound) => planBeyond(held, today, bound));
}

/** Who may move an instalment by so many days, where the plan then ends on this day. */
export function whoMayMove(
  moved: { readonly days: number; readonly madeOn: Day; readonly endsOn: Day },
  roles: readonly string[],
  bounds: readonly PlanBounds[],
): Verdict {
  return verdict(roles, bounds, (bound) => [
    ...(moved.endsOn > plusMonths(moved.madeOn, bound.maxMonths) ? ['too_long' as const] : []),
    ...(moved.days > bound.maxMoveDays ? ['moved_too_far' as const] : []),
  ]);
}

/** Who may take this much for the whole of a debt. */
export function whoMaySettle(
  balance: Money,
  offer: Money,
  roles: readonly string[],
  bounds: readonly PlanBounds[],
): Verdict {
  return verdict(roles, bounds, ({ settlementFloorBps }) =>
    isBelow(offer, balance, settlementFloorBps) ? ['settled_too_low'] : [],
  );
}

/** The roles that may decide what this one may: itself and those above. */
export function rolesFrom(least: BoundRole): readonly BoundRole[] {
  return boundRoles.slice(boundRoles.indexOf(least));
}

function verdict(
  roles: readonly string[],
  bounds: readonly PlanBounds[],
  beyond: (bound: PlanBounds) => readonly BoundBroken[],
): Verdict {
  const kept = bounds.filter((bound) => beyond(bound).length === 0);
  const least = boundRoles.find((role) => kept.some((bound) => bound.role === role)) ?? null;
  const mine = least !== null && rolesFrom(least).some((role) => roles.includes(role));
  const highest = boundRoles.findLast((role) => roles.includes(role)) ?? 'collector';
  const own = bounds.findLast(
    ({ role }) => boundRoles.indexOf(role) <= boundRoles.indexOf(highest),
  );
  return { least, mine, broken: mine || own === undefined ? [] : beyond(own) };
}

function planBeyond(
  { covered, down, draft }: Held,
  today: Day,
  bound: PlanBounds,
): readonly BoundBroken[] {
  const parts = draft.installments.filter(({ no }) => no > 0);
  const first = draft.installments[0];
  const last = parts.at(-1);
  const broken: BoundBroken[] = [];
  if (last && last.dueOn > plusMonths(today, bound.maxMonths)) broken.push('too_long');
  if (isBelow(down, covered, bound.minDownBps)) broken.push('down_too_small');
  if (first && daysBetween(today, first.dueOn) > bound.firstWithinDays) {
    broken.push('first_too_late');
  }
  // The last one is what is left, however little.
  const small = parts.slice(0, -1).some(({ amount }) => {
    return isBelow(amount, covered, bound.minInstallmentBps);
  });
  if (small) broken.push('instalment_too_small');
  return broken;
}

function isBelow(part: Money, whole: Money, bps: number): boolean {
  return part.minor * 10_000n < whole.minor * BigInt(bps);
}
