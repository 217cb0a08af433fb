/**
 * The control group of the product at work on the invented book: drawn, left alone, measured; and
 * beside it what was truly planted, because the same customers can be run again without a word.
 */
import { type Day, day as dayOf, plusDays } from '#kernel/day.ts';
import type { ExperimentTerms } from '#areas/worklist/rules/worth/control.ts';
import { type Candidate, morningOf } from '#areas/worklist/rules/worth/morning.ts';
import type { Episode } from '#areas/worklist/rules/worth/response.ts';
import { type Standing, horizonDays } from '#areas/worklist/rules/worth/standing.ts';
import { type Outcome, type Uplift, upliftOf } from '#areas/worklist/rules/worth/uplift.ts';
import { standardWorth } from '#areas/worklist/rules/worth/worth.ts';
import { type Policy, work } from './desk.ts';
import { type Dealings, paidDays } from './paying.ts';
import { type Customer, type Settings, makeWorld } from './world.ts';

const firstMorning = dayOf('2026-01-05');

type Begun = {
  readonly at: number;
  readonly day: number;
  readonly leftAlone: boolean;
  readonly chance: number;
  readonly standing: Standing;
  readonly dealings: Dealings;
  readonly expected: bigint;
  readonly minutes: number;
};

type Kept = NonNullable<Candidate['running']>;

export type Measured = {
  readonly uplift: Uplift;
  /** Of what was overdue, what the work truly added to the share paid, open episode by episode. */
  readonly planted: number;
  readonly outcomes: readonly Outcome[];
  readonly episodes: readonly Episode[];
};

export function measure(seed: number, settings: Settings, terms: ExperimentTerms): Measured {
  const begun: Begun[] = [];
  const running = new Map<string, Kept>();
  const end = settings.days + horizonDays;
  const run = work(seed, settings, drawing(begun, running, terms), { days: settings.days, end });
  const world = makeWorld(seed, settings, end);
  const ended = begun.map((each) => {
    const customer = world[each.at];
    const share = customer ? shareOf(customer, run.paidOn[each.at] ?? [], each.day) : 0;
    return { ...each, share };
  });
  const planted = ended
    .filter(({ leftAlone }) => !leftAlone)
    .map((each) => {
      const customer = world[each.at];
      const alone = customer ? paidDays(customer, each.dealings, each.day + horizonDays + 1) : [];
      return each.share - (customer ? shareOf(customer, alone, each.day) : 0);
    });
  const outcomes = ended.map(({ standing, ...each }): Outcome => {
    return { ...each, customerId: standing.accountId, overdue: standing.overdue };
  });
  return {
    uplift: upliftOf(outcomes),
    planted: planted.reduce((sum, each) => sum + each, 0) / Math.max(planted.length, 1),
    outcomes,
    episodes: ended.map(({ standing, leftAlone, share }) => {
      return { standing, asked: !leftAlone, share };
    }),
  };
}

/** The product's morning, day after day; who is left alone is passed over. */
function drawing(begun: Begun[], running: Map<string, Kept>, terms: ExperimentTerms): Policy {
  return {
    name: 'measured',
    order: (cases, day, { collectors, minutesADay }, book) => {
      const on: Day = plusDays(firstMorning, day);
      const byAccount = new Map(cases.map((each) => [each.standing.accountId, each]));
      const candidates = cases.map(({ standing }): Candidate => {
        const kept = running.get(standing.accountId);
        const still = kept !== undefined && kept.lastDay >= on ? kept : undefined;
        const { accountId: customerId } = standing;
        return { standing, customerId, mustBeWorked: false, answered: false, running: still };
      });
      const company = { book, learned: undefined, capacity: collectors * minutesADay, terms };
      const { priced } = morningOf(candidates, company, { on, policy: standardWorth });
      for (const { worth, drawn, candidate } of priced) {
        const found = byAccount.get(worth.accountId);
        if (drawn?.begins !== true || found === undefined) continue;
        running.set(worth.accountId, drawn);
        begun.push({
          at: found.at,
          day,
          leftAlone: drawn.side === 'left_alone',
          chance: drawn.chance,
          standing: candidate.standing,
          dealings: found.dealings,
          expected: worth.gain,
          minutes: worth.minutes,
        });
      }
      return priced
        .filter(({ worth, drawn }) => worth.planned && drawn?.side !== 'left_alone')
        .toSorted((a, b) => b.worth.surplus - a.worth.surplus)
        .flatMap(({ worth }) => {
          const found = byAccount.get(worth.accountId);
          return found === undefined ? [] : [{ at: found.at, way: 'call' as const }];
        });
    },
  };
}

/** The part of what was overdue on a day that was paid within the horizon. */
function shareOf({ bills }: Customer, paidOn: readonly number[], day: number): number {
  let [overdue, paid] = [0, 0];
  bills.forEach(({ due, cents }, bill) => {
    const on = paidOn[bill] ?? Infinity;
    if (due >= day || on < day) return;
    overdue += cents;
    if (on < day + horizonDays) paid += cents;
  });
  return overdue === 0 ? 0 : paid / overdue;
}
