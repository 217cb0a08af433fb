/**
 * What is expected of one open item: its chances by day in ten-thousandths, which add up to
 * 10,000 exactly, and the days and chances that are read from them.
 *
 * A promise that stands and a plan in good standing speak louder than habit; how loud is how
 * often this customer kept such words.
 */
import { type Distribution, intervalOf, paidByChance } from './distribution.ts';

/** Coming days that are told one by one: thirteen weeks. */
export const toldDays = 91;
/** What is not paid in a year is doubtful. */
const year = 365;
export const whole = 10_000;

export type Source = 'habit' | 'promise' | 'plan';

export type PromiseFact = { readonly dueOn: number; readonly keeps: number };
export type PlanFact = {
  /** Instalments to come, and what of the item each pays, as a share of what is open. */
  readonly dues: readonly { readonly on: number; readonly share: number }[];
  readonly keeps: number;
};

export type Outlook = {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly late: number;
  readonly late30: number;
  readonly paid30: number;
  readonly days: readonly number[];
  readonly later: number;
  readonly doubtful: number;
  readonly source: Source;
};

export function outlookOf(
  distribution: Distribution,
  dueOn: number,
  word: { readonly promise: PromiseFact | null; readonly plan: PlanFact | null },
): Outlook {
  const { asOf } = distribution;
  const base = yearOf(distribution);
  const mass = word.promise
    ? promiseMass(asOf, word.promise)
    : word.plan
      ? planMass(asOf, word.plan)
      : null;
  const told = mass ? mixed(base, mass) : base;
  const paid = (on: number): number => paidByChance(told, Math.max(on, asOf));
  return {
    ...intervalOf(told),
    late: 1 - paid(dueOn),
    late30: 1 - paid(dueOn + 30),
    paid30: paid(asOf + 30),
    ...inParts(told),
    source: mass === null ? 'habit' : word.promise ? 'promise' : 'plan',
  };
}

/** The chances of a whole year, so that words given for later days fit in. */
function yearOf(distribution: Distribution): Distribution {
  const { asOf, tail } = distribution;
  const chances = new Float64Array(year);
  let before = 0;
  for (let at = 0; at < year; at += 1) {
    const by = paidByChance(distribution, asOf + at + 1);
    chances[at] = by - before;
    before = by;
  }
  return { asOf, chances, tail };
}

type Mass = { readonly chances: Float64Array; readonly weight: number };

/** Money of a kept promise comes on its day, a little before or a little after. */
const around = [
  { days: -1, share: 0.15 },
  { days: 0, share: 0.55 },
  { days: 1, share: 0.2 },
  { days: 2, share: 0.1 },
] as const;

export function promiseMass(asOf: number, { dueOn, keeps }: PromiseFact): Mass {
  const chances = new Float64Array(year);
  for (const { days, share } of around) {
    const at = Math.min(Math.max(dueOn + days - asOf - 1, 0), year - 1);
    chances[at] = (chances[at] ?? 0) + share;
  }
  return { chances, weight: keeps };
}

function planMass(asOf: number, { dues, keeps }: PlanFact): Mass {
  const chances = new Float64Array(year);
  const sum = dues.reduce((total, { share }) => total + share, 0);
  for (const { on, share } of dues) {
    const at = Math.min(Math.max(on - asOf - 1, 0), year - 1);
    chances[at] = (chances[at] ?? 0) + share / (sum || 1);
  }
  return { chances, weight: sum === 0 ? 0 : keeps };
}

function mixed({ asOf, chances, tail }: Distribution, mass: Mass): Distribution {
  const both = chances.map(
    (chance, at) => mass.weight * (mass.chances[at] ?? 0) + (1 - mass.weight) * chance,
  );
  return { asOf, chances: both, tail };
}

type Parts = Pick<Outlook, 'days' | 'later' | 'doubtful'>;

/** Rounded along the sum, so that no error gathers. */
function inParts({ chances }: Pick<Distribution, 'chances'>): Parts {
  const days: number[] = [];
  let sum = 0;
  let told = 0;
  for (let at = 0; at < toldDays; at += 1) {
    sum += chances[at] ?? 0;
    const by = Math.round(Math.min(sum, 1) * whole);
    days.push(by - told);
    told = by;
  }
  for (let at = toldDays; at < chances.length; at += 1) sum += chances[at] ?? 0;
  const inYear = Math.max(Math.round(Math.min(sum, 1) * whole), told);
  return { days, later: inYear - told, doubtful: whole - inYear };
}
