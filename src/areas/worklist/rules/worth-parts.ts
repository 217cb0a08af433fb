/**
 * What the order of work says of an account: the worth of asking, or that it is left alone.
 *
 *   priced     ─▶ points for what a contact adds         (size and age are in it already)
 *   not priced ─▶ points for size and for age
 *   left alone ─▶ no points for the order's sake; what calls for it otherwise still counts
 *
 * The rule a newcomer would break: worth replaces size and age, it is never added to them.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { decimalsOf, formatMoney, money } from '#kernel/money.ts';
import type { ScoringPolicy } from './policy.ts';
import type { AccountFacts, Owed, Part, Reason, WorkKind } from './work.ts';
import { pointsOf } from './worth/points.ts';

/** Kinds by which the order itself brings up an account; all others are somebody's wish or day. */
export const orderedKinds: ReadonlySet<WorkKind> = new Set([
  'overdue',
  'strategy_call',
  'early_warning',
  'order_held',
  'unposted_cash',
  'unapplied_cash',
  'check_portal',
  'fix_contact',
  'incomplete_data',
]);

/** What nobody is asked for while the account is left alone. */
const asking: ReadonlySet<WorkKind> = new Set(['overdue', 'strategy_call', 'early_warning']);

/** Days late from which an account must not be forgotten, and for how long it may lie. */
export const service = { lateFrom: 60, untouchedDays: 30 };

/** Late for long, and nobody was in touch: it comes up, whatever it is worth. */
export function isForgotten(
  { lastTouchOn }: Pick<AccountFacts, 'lastTouchOn'>,
  { oldestDueOn, collectable }: Pick<Owed, 'oldestDueOn' | 'collectable'>,
  today: Day,
): boolean {
  if (oldestDueOn === null || collectable <= 0n) return false;
  if (daysBetween(oldestDueOn, today) <= service.lateFrom) return false;
  return lastTouchOn === null || daysBetween(lastTouchOn, today) >= service.untouchedDays;
}

/** The last day on which the account is left alone on purpose; null when it is open. */
export function leftAloneUntil(facts: AccountFacts, main: Owed, today: Day): Day | null {
  const until = facts.worth?.leftAloneUntil ?? null;
  return until === null || until < today || isForgotten(facts, main, today) ? null : until;
}

/** An account left alone is not asked for money; the first sentence says so. */
export function leftAlone(reasons: readonly Reason[], until: Day | null): readonly Reason[] {
  if (until === null || !reasons.some(({ kind }) => kind === 'overdue')) return reasons;
  const alone: Reason = { kind: 'overdue', phrase: 'reason.left_alone', facts: { until } };
  return [...reasons.filter(({ kind }) => !asking.has(kind)), alone];
}

/** What can be asked for, in minor units of the company's currency. */
export function collectableBase({ overdue, overdueBase, collectable }: Owed): bigint {
  return overdue > 0n ? (overdueBase * collectable) / overdue : 0n;
}

/** What a contact is expected to add, in minor units of the company's; null: not priced. */
export function gainOf({ worth }: Pick<AccountFacts, 'worth'>, main: Owed): bigint | null {
  if (worth === null) return null;
  return BigInt(Math.round(Number(collectableBase(main)) * worth.adds));
}

/** Points for worth, or for size and age. */
export function sizeParts(
  facts: AccountFacts,
  main: Owed,
  { today, policy, asks }: { today: Day; policy: ScoringPolicy; asks: boolean },
): Part[] {
  const { worth, baseCurrency } = facts;
  const gain = gainOf(facts, main);
  if (worth === null || gain === null || !asks) return bySize(facts, main, { today, policy });
  const price = worth.price;
  const unit = 10 ** decimalsOf(baseCurrency);
  const points = gain > 0n ? pointsOf({ gain, minutes: worth.minutes }, price, unit) : 0;
  const amount = formatMoney(money(gain, baseCurrency));
  const parts: Part[] = [
    { phrase: 'part.worth', facts: { way: worth.way, amount, currency: baseCurrency }, points },
    {
      phrase: 'part.worth_alone',
      facts: { pct: Math.round(worth.alone * 100), basis: worth.basis },
      points: 0,
    },
  ];
  if (!isForgotten(facts, main, today)) return parts;
  const { lastTouchOn } = facts;
  const days = lastTouchOn === null ? 0 : daysBetween(lastTouchOn, today);
  const never = lastTouchOn === null ? 'yes' : 'no';
  return [...parts, { phrase: 'part.forgotten', facts: { days, never }, points: policy.forgotten }];
}

function bySize(
  { baseCurrency }: AccountFacts,
  main: Owed,
  { today, policy }: { today: Day; policy: ScoringPolicy },
): Part[] {
  const unit = 10n ** BigInt(decimalsOf(baseCurrency));
  const size = highest(policy.sizes, (from) => main.overdueBase >= from * unit);
  const days = main.oldestDueOn === null ? 0 : Math.max(0, daysBetween(main.oldestDueOn, today));
  const age = highest(policy.ages, (from) => days >= from);
  const amount = formatMoney(money(main.overdue, main.currency));
  const parts: Part[] = [
    { phrase: 'part.size', facts: { amount, currency: main.currency }, points: size },
    { phrase: 'part.age', facts: { days }, points: age },
  ];
  return parts.filter(({ points }) => points > 0);
}

function highest<T>(
  steps: readonly { readonly from: T; readonly points: number }[],
  fits: (from: T) => boolean,
): number {
  return steps.reduce((most, step) => (fits(step.from) ? Math.max(most, step.points) : most), 0);
}

/**
 * What the sentence of an overdue account says beside its age, where it is priced: whole units of
 * the base currency, if any.
 */
export function worthFacts(
  facts: AccountFacts,
  main: Owed,
): Readonly<Record<string, string | number>> {
  const gain = gainOf(facts, main);
  if (facts.worth === null || gain === null) return { way: 'none' };
  const unit = 10n ** BigInt(decimalsOf(facts.baseCurrency));
  const whole = roundedTo(gain, unit) / unit;
  if (whole <= 0n) return { way: 'none' };
  const { way, usualDays } = facts.worth;
  return {
    way,
    usual: usualDays === null ? 'none' : usualDays > 0 ? 'late' : 'time',
    usualDays: usualDays ?? 0,
    adds: String(whole),
    addsCurrency: facts.baseCurrency,
  };
}

/** An expectation to two figures: nobody knows it to the cent. */
function roundedTo(gain: bigint, unit: bigint): bigint {
  let step = unit;
  while (gain >= step * 100n) step *= 10n;
  return ((gain + step / 2n) / step) * step;
}
