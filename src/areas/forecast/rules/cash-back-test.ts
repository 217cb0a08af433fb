/**
 * What the cash forecast would have said on past Sundays, beside what came: the weeks one to
 * four ahead. From it comes how much all customers move together, which no item's chance shows.
 */
import type { BookItem } from './book-item.ts';
import { type Score, addScores, noScore, scoreOf } from './score.ts';
import { intervalOf, paidByChance } from './distribution.ts';
import { type Trained, chanceBetween, lastLesson, predictBook } from './training.ts';

export type WeekTried = {
  readonly company: string;
  readonly currency: string;
  /** The Sunday as of which it was forecast, and the Monday with which the week began. */
  readonly asOf: number;
  readonly weekStart: number;
  readonly ahead: number;
  readonly expected: number;
  readonly actual: number;
  /** Of the customers, each apart from the others. */
  readonly variance: number;
};

export type Tried = {
  readonly weeks: readonly WeekTried[];
  readonly scores: readonly { readonly on: number; readonly score: Score }[];
};

const looks = 8;
const aheadMost = 4;

export function tryCash(items: readonly BookItem[], asOf: number, trained: Trained): Tried {
  const paid = new Map(items.map(({ invoiceId, paidOn }) => [invoiceId, paidOn]));
  const weeks: WeekTried[] = [];
  const scores: { on: number; score: Score }[] = [];
  for (let at = 0; at < looks; at += 1) {
    const look = lastLesson(asOf) + 7 * at;
    if (look + 7 > asOf) break;
    const sums = new Map<string, WeekTried & { byCustomer: Map<string, number> }>();
    let score = noScore;
    for (const each of predictBook(items, look, trained)) {
      const { item } = each.open;
      const paidOn = paid.get(item.invoiceId) ?? null;
      if (paidOn !== null && paidOn <= look) continue;
      const known = paidOn !== null && paidOn <= asOf ? paidOn : null;
      score = addScores(score, scored(each, known, asOf));
      for (let ahead = 1; ahead <= aheadMost && look + 7 * ahead <= asOf; ahead += 1) {
        addTo(sums, each, { look, ahead, paidOn: known });
      }
    }
    scores.push({ on: look, score });
    weeks.push(...[...sums.values()].map(withVariance));
  }
  return { weeks, scores };
}

type Each = ReturnType<typeof predictBook>[number];

function scored(each: Each, paidOn: number | null, asOf: number): Score {
  const { item } = each.open;
  const interval = intervalOf(each.distribution);
  const by = (on: number): number => paidByChance(each.distribution, on);
  const from = each.distribution.asOf;
  const judged = {
    ...interval,
    dueOn: item.dueOn,
    late: 1 - by(Math.max(item.dueOn, from)),
    late30: 1 - by(Math.max(item.dueOn + 30, from)),
    paidOn,
  };
  const ended = {
    interval: interval.p90 <= asOf,
    late: item.dueOn > from && item.dueOn < asOf,
    late30: item.dueOn + 30 > from && item.dueOn + 30 < asOf,
  };
  return scoreOf(judged, asOf, ended);
}

type Sum = WeekTried & { byCustomer: Map<string, number> };

function addTo(
  sums: Map<string, Sum>,
  each: Each,
  { look, ahead, paidOn }: { look: number; ahead: number; paidOn: number | null },
): void {
  const { company, currency, size, customerId } = each.open.item;
  const weekStart = look + 1 + 7 * (ahead - 1);
  const chance = chanceBetween(each, weekStart, weekStart + 6);
  const came = paidOn !== null && paidOn >= weekStart && paidOn <= weekStart + 6;
  const key = `${company} ${currency} ${ahead}`;
  const before = sums.get(key) ?? {
    company,
    currency,
    asOf: look,
    weekStart,
    ahead,
    expected: 0,
    actual: 0,
    variance: 0,
    byCustomer: new Map<string, number>(),
  };
  const spread = size * Math.sqrt(Math.max(chance * (1 - chance), 0));
  before.byCustomer.set(customerId, (before.byCustomer.get(customerId) ?? 0) + spread);
  sums.set(key, {
    ...before,
    expected: before.expected + size * chance,
    actual: before.actual + (came ? size : 0),
  });
}

function withVariance({ byCustomer, ...week }: Sum): WeekTried {
  const variance = [...byCustomer.values()].reduce((sum, each) => sum + each * each, 0);
  return { ...week, variance };
}

/** What is believed of the common movement before any week was tried, and by how many weeks. */
const believed = { factor: 0.1, weeks: 8 };

/**
 * The spread that all customers share, as a share of what is expected: what weeks missed beyond
 * the customers' own chances, by the method of moments.
 */
export function commonFactor(weeks: readonly WeekTried[]): number {
  let beyond = 0;
  let squares = 0;
  for (const { expected, actual, variance } of weeks) {
    beyond += (actual - expected) ** 2 - variance;
    squares += expected ** 2;
  }
  const mean = squares / Math.max(weeks.length, 1);
  const prior = believed.weeks * mean;
  const share = (Math.max(beyond, 0) + prior * believed.factor ** 2) / (squares + prior || 1);
  return Math.min(Math.sqrt(share), 1);
}
