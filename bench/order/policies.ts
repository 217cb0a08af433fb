/** The orders that are held against each other: ours, those of practice, and the oracle's. */
import type { Learned } from '#areas/worklist/rules/worth/response.ts';
import { bookRate, staysOpen } from '#areas/worklist/rules/worth/rates.ts';
import { horizonDays } from '#areas/worklist/rules/worth/standing.ts';
import { pointsOf } from '#areas/worklist/rules/worth/points.ts';
import { planDay, worthOf } from '#areas/worklist/rules/worth/worth.ts';
import type { Case, Policy } from './desk.ts';
import { trueChance } from './paying.ts';
import { type Habit, type Settings, chances, habits } from './world.ts';

export const nobody: Policy = { name: 'nobody', order: () => [] };

/** The product's own rules: worth, price of a minute, points of the list, larger first in a tie. */
export function ours(name: string, learned: Learned | undefined): Policy {
  return {
    name,
    order: (cases, _day, { collectors, minutesADay }, book) => {
      const known = { book: bookRate(book), learned };
      const byAccount = new Map(cases.map((each) => [each.standing.accountId, each]));
      const worths = cases.flatMap(({ standing }) => worthOf(standing, known) ?? []);
      const { order, price } = planDay(worths, collectors * minutesADay);
      return order
        .flatMap((worth) => {
          const found = byAccount.get(worth.accountId);
          return found ? [{ ...found, points: pointsOf(worth, price, 100) }] : [];
        })
        .toSorted((a, b) => b.points - a.points || Number(b.standing.overdue - a.standing.overdue))
        .map(({ at }) => ({ at, way: 'call' as const }));
    },
  };
}

export const practice: readonly Policy[] = [
  { name: 'random', order: (cases, day) => shuffled(cases, day) },
  by('oldest first', ({ standing }) => standing.daysLate),
  by('largest overdue', ({ standing }) => Number(standing.overdue)),
  by('amount × age', ({ standing }) => Number(standing.overdue) * standing.daysLate),
  {
    name: 'risk × amount',
    order: (cases, _day, _settings, book) =>
      sorted(
        cases,
        ({ standing }) => Number(standing.overdue) * staysOpen(standing, bookRate(book)),
      ),
  },
];

/** Knows the habit of everybody, and what a call would change. */
export const oracle: Policy = {
  name: 'oracle, calls',
  order: (cases, day, settings) =>
    sorted(cases, (each) => gainPerMinute(each, day, settings)).filter(({ score }) => score > 0),
};

function gainPerMinute({ customer, dealings, standing }: Case, day: number, { works }: Settings) {
  if (!works) return 1;
  const habit: Habit = habits[customer.habit];
  const span = { days: horizonDays, times: 1, settles: false };
  const alone = trueChance(customer, day, dealings, span);
  const asked = trueChance(customer, day, dealings, { ...span, times: habit.call, settles: true });
  const minutes = customer.answers * 7 + (1 - customer.answers) * 2.5;
  return (Number(standing.overdue) * customer.answers * (asked - alone)) / minutes;
}

function by(name: string, score: (each: Case) => number): Policy {
  return { name, order: (cases) => sorted(cases, score) };
}

function sorted(cases: readonly Case[], score: (each: Case) => number) {
  return cases
    .map((each) => ({ at: each.at, way: 'call' as const, score: score(each) }))
    .toSorted((a, b) => b.score - a.score);
}

export function shuffled(cases: readonly Case[], day: number) {
  const draw = chances(day * 31 + 7);
  return sorted(cases, () => draw());
}
