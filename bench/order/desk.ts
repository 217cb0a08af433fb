/**
 * Collectors at work on the invented book, day by day, by whatever order a policy gives them.
 *
 * A policy sees what a desk sees. Only the oracle looks at the customer behind a standing.
 */
import type { LatePaying, Standing } from '#areas/worklist/rules/worth/standing.ts';
import { type Dealings, type Way, hazardOn, touched, untouched } from './paying.ts';
import { type Customer, type Settings, chances, makeWorld } from './world.ts';

/** A customer in the middle of things. */
export type Case = {
  readonly at: number;
  readonly customer: Customer;
  readonly dealings: Dealings;
  readonly standing: Standing;
};

export type Pick = { readonly at: number; readonly way: Way };

export type Policy = {
  readonly name: string;
  readonly order: (
    cases: readonly Case[],
    day: number,
    settings: Settings,
    book: LatePaying,
  ) => readonly Pick[];
};

export type Run = {
  /** Cents that came in since the first morning, on the bills of the run. */
  readonly cash: number;
  /** Cents overdue, summed over the days. */
  readonly centDays: number;
  readonly minutes: number;
  readonly contacts: number;
  readonly paidOn: readonly (readonly number[])[];
  readonly dealings: readonly Dealings[];
};

type Live = {
  sums: Float64Array;
  paidOn: number[];
  dealings: Dealings;
  last: number;
  contacts: number;
  reached: number[];
  heeded: number;
  luck: () => number;
};

const minutesOf = { reached: 7, missed: 2.5, email: 1.5 };

/** Works the weekdays from day nought for so many days; goes on paying until the end. */
export function work(
  seed: number,
  settings: Settings,
  policy: Policy,
  { days, end }: { readonly days: number; readonly end: number } = {
    days: settings.days,
    end: settings.days,
  },
): Run {
  const world = makeWorld(seed, settings, end);
  const lives = world.map(begin);
  const sum = { cash: 0, centDays: 0, minutes: 0, contacts: 0 };
  for (let day = -60; day < end; day += 1) {
    if (day >= 0 && day < days && day % 7 < 5) {
      const { minutes, contacts } = workDay(world, lives, policy, { day, settings });
      sum.minutes += minutes;
      sum.contacts += contacts;
    }
    world.forEach((customer, at) => {
      const life = lives[at];
      if (life === undefined) return;
      const { paid, overdue } = payDay(customer, life, day);
      if (day >= 0) sum.cash += paid;
      if (day >= 0) sum.centDays += overdue;
    });
  }
  return {
    ...sum,
    paidOn: lives.map(({ paidOn }) => paidOn),
    dealings: lives.map(({ dealings }) => dealings),
  };
}

function begin({ bills, luckSeed }: Customer): Live {
  return {
    sums: new Float64Array(bills.length),
    paidOn: bills.map(() => Infinity),
    dealings: untouched,
    last: -Infinity,
    contacts: 0,
    reached: [],
    heeded: 0,
    luck: chances(luckSeed),
  };
}

type Now = { readonly day: number; readonly settings: Settings };

function workDay(world: readonly Customer[], lives: readonly Live[], policy: Policy, now: Now) {
  const { day, settings } = now;
  const cases = world.flatMap((customer, at) => {
    const life = lives[at];
    if (life === undefined || day - life.last < settings.gap) return [];
    const standing = standingOf(customer, life, day, at);
    return standing === undefined ? [] : [{ at, customer, dealings: life.dealings, standing }];
  });
  let left = settings.collectors * settings.minutesADay;
  const before = left;
  let contacts = 0;
  for (const { at, way } of policy.order(cases, day, settings, bookOf(world, lives, day))) {
    const [customer, life] = [world[at], lives[at]];
    if (customer === undefined || life === undefined) continue;
    const reached = way === 'email' || life.luck() < customer.answers;
    const takes =
      way === 'email' ? minutesOf.email : reached ? minutesOf.reached : minutesOf.missed;
    if (takes > left) break;
    left -= takes;
    contacts += 1;
    life.last = day;
    life.contacts += 1;
    if (!reached) continue;
    life.reached.push(day);
    life.dealings = touched(customer, life.dealings, { way, day, luck: life.luck }, settings);
  }
  return { minutes: before - left, contacts };
}

function payDay(customer: Customer, life: Live, day: number): { paid: number; overdue: number } {
  let paid = 0;
  let overdue = 0;
  customer.bills.forEach(({ due, cents, threshold }, at) => {
    if (day < due || life.paidOn[at] !== Infinity) return;
    const sum = (life.sums[at] ?? 0) + hazardOn(customer, due, day, life.dealings);
    life.sums[at] = sum;
    if (sum < threshold) {
      if (day > due) overdue += cents;
      return;
    }
    life.paidOn[at] = day;
    paid += cents;
    if (day - life.last <= 10 && life.heeded < life.contacts) life.heeded += 1;
  });
  return { paid, overdue };
}

/** Undefined when nothing of it is late. */
function standingOf(customer: Customer, life: Live, day: number, at: number): Standing | undefined {
  let overdue = 0;
  let [daysLate, lateItems, paid, lateDays] = [0, 0, 0, 0];
  const delays: { on: number; late: number }[] = [];
  customer.bills.forEach(({ due, cents }, bill) => {
    const paidOn = life.paidOn[bill] ?? Infinity;
    const open = paidOn >= day;
    if (!open) delays.push({ on: paidOn, late: paidOn - due });
    if (due >= day) return;
    if (!open && paidOn > due) paid += 1;
    lateDays += Math.min(paidOn, day) - due;
    if (!open) return;
    overdue += cents;
    lateItems += 1;
    daysLate = Math.max(daysLate, day - due);
  });
  if (overdue === 0) return undefined;
  const latest = delays.toSorted((a, b) => b.on - a.on).slice(0, 10);
  return {
    accountId: String(at).padStart(6, '0'),
    segment: customer.segment,
    overdue: BigInt(overdue),
    daysLate,
    lateItems,
    paying: { paid, lateDays },
    usualDays:
      latest.length === 0 ? null : latest.reduce((sum, { late }) => sum + late, 0) / latest.length,
    contacts: life.contacts,
    heeded: life.heeded,
    recentContacts: life.reached.filter((on) => day - on < 30).length,
    staysOpen: null,
    mayBe: ['call'],
  };
}

/** How the whole book paid once late, until now. */
function bookOf(world: readonly Customer[], lives: readonly Live[], day: number): LatePaying {
  let [paid, lateDays] = [0, 0];
  world.forEach(({ bills }, at) => {
    bills.forEach(({ due }, bill) => {
      if (due >= day) return;
      const paidOn = lives[at]?.paidOn[bill] ?? Infinity;
      if (paidOn < day && paidOn > due) paid += 1;
      lateDays += Math.min(paidOn, day) - due;
    });
  });
  return { paid, lateDays };
}
