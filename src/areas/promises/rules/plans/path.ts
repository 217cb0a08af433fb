/**
 * The life of a signed plan, day by day, from the money that came.
 *
 *   signed ─ copy out, down payment in ─▶ active ◀─ paid up ─▶ late
 *   late or active ─ default ─▶ breached ─ paid up within the days to cure ─▶ active
 *                                  └─ the days run out ─▶ breached for good
 *   every one ─ all instalments paid ─▶ completed
 *
 * Looked at every night or once after a gap, it is the same path: each state has its own day,
 * the one on which it began, not the one on which somebody looked.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Money } from '#kernel/money.ts';
import { type PlanStanding, type PlanTerms, standingOf } from './plan-standing.ts';
import { type PaidInstallment, type PlanMoney, type Scheduled, paidBy } from './progress.ts';

export const planStates = [
  'offered',
  'signed',
  'active',
  'late',
  'breached',
  'completed',
  'cancelled',
] as const;
export type PlanState = (typeof planStates)[number];

/** States in which nobody is asked for the covered debts but for the instalments. */
export const goodStanding: readonly PlanState[] = ['signed', 'active', 'late'];

export type LivePlan = {
  readonly currency: Money['currency'];
  readonly installments: readonly Scheduled[];
  readonly signedOn: Day;
  /** The day of the written copy where law wants one before money is asked for. */
  readonly copyOn: Day | null;
  readonly needsCopy: boolean;
  /** The schedule as it stands was agreed on this day; the path before it is history. */
  readonly afreshOn: Day | null;
  readonly terms: PlanTerms & { readonly cureDays: number };
};

export type PlanMoment = {
  readonly state: PlanState;
  readonly on: Day;
  /** The last day to mend a default; null when there is none, or it has run out. */
  readonly cureUntil: Day | null;
  readonly standing: PlanStanding;
};

/** Every state the plan has been in from its signature to today, in order. */
export function pathOf(plan: LivePlan, money: readonly PlanMoney[], today: Day): PlanMoment[] {
  const path: PlanMoment[] = [];
  for (const on of daysOfChange(plan, money)) {
    if (on > today) break;
    const before = path.at(-1);
    if (before && isOver(before)) break;
    const moment = momentOn(plan, money, on, before);
    if (moment.state !== before?.state || moment.cureUntil !== before.cureUntil) path.push(moment);
    else path[path.length - 1] = { ...before, standing: moment.standing };
  }
  return path;
}

/** Nothing changes it any more. */
export function isOver({ state, cureUntil }: Pick<PlanMoment, 'state' | 'cureUntil'>): boolean {
  return state === 'completed' || state === 'cancelled' || (state === 'breached' && !cureUntil);
}

function momentOn(
  plan: LivePlan,
  money: readonly PlanMoney[],
  on: Day,
  before: PlanMoment | undefined,
): PlanMoment {
  const paid = paidBy(plan.installments, money, on);
  const standing = standingOf(paid, plan.currency, on, plan.terms);
  const moment = (state: PlanState, cureUntil: Day | null = null): PlanMoment => {
    return { state, on, cureUntil, standing };
  };
  if (standing.status === 'paid') return moment('completed');
  if (before?.state === 'breached' && before.cureUntil !== null) {
    if (standing.missed > 0) {
      // The notice's days are counted from the default, also where more was missed since.
      return moment('breached', on > before.cureUntil ? null : before.cureUntil);
    }
    return moment('active');
  }
  if (standing.status === 'default') return moment('breached', plusDays(on, plan.terms.cureDays));
  if (standing.status === 'late') return moment('late');
  return moment(isBegun(plan, paid, on) ? 'active' : 'signed');
}

/** The written copy is out where it must be, and the down payment is in. */
function isBegun(
  { needsCopy, copyOn }: LivePlan,
  paid: readonly PaidInstallment[],
  on: Day,
): boolean {
  const down = paid.find(({ no }) => no === 0);
  if (needsCopy && (copyOn === null || copyOn > on)) return false;
  return down === undefined || down.paid.minor >= down.amount.minor;
}

/** The days on which the state can turn, in order. */
function daysOfChange(plan: LivePlan, money: readonly PlanMoney[]): Day[] {
  const { terms, signedOn } = plan;
  const turns = plan.installments.flatMap(({ dueOn }) => [
    plusDays(dueOn, terms.graceDays + 1),
    plusDays(dueOn, 31),
  ]);
  const begin = plan.afreshOn ?? signedOn;
  const cured = [begin, ...turns].map((each) => plusDays(each, terms.cureDays + 1));
  const days = [begin, ...turns, ...cured, ...money.map(({ on }) => on)];
  if (plan.copyOn !== null) days.push(plan.copyOn);
  return [...new Set(days)].filter((each) => each >= begin).toSorted();
}

/** What is known of a plan already: its latest verdict. */
export type Recorded = Pick<PlanMoment, 'state' | 'on' | 'cureUntil'>;

/**
 * What is to be recorded beside what is: every state that began since, or, where money of an
 * earlier day changed what was recorded, what holds from the day on which that is seen.
 */
export function newMoments(
  path: readonly PlanMoment[],
  recorded: Recorded,
  today: Day,
): PlanMoment[] {
  const later = path.filter(({ on }) => on > recorded.on);
  const [first, ...rest] = later;
  // A schedule agreed anew begins a path of its own, perhaps in the very state there was.
  if (first) return isSame(first, recorded) ? rest : later;
  const last = path.at(-1);
  return !last || isSame(last, recorded) ? [] : [{ ...last, on: today }];
}

function isSame(one: Omit<Recorded, 'on'>, other: Omit<Recorded, 'on'>): boolean {
  return one.state === other.state && one.cureUntil === other.cureUntil;
}
