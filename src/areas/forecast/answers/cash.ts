/**
 * The cash forecast as it is asked for: some companies, some weeks, as predicted or in a
 * scenario, with bands that hold eight weeks in ten.
 *
 * Weeks, what comes later, what is doubtful, what is contested and what a scenario leaves out
 * add up to what was open, to the cent.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CashCurrency, cashForecast } from '../contract.ts';
import { type CashSource, bandOf, inMinor, isDaySource, weekOf, weeksTold } from '../rules/cash.ts';
import { mondayOf, toDay, toNumber } from '../rules/days.ts';
import { whole } from '../rules/outlook.ts';
import {
  type ItemDays,
  type Scenario,
  keptAt,
  laterBy,
  sumsOf,
  without,
} from '../rules/scenario.ts';
import type { DaySum } from '../rules/week-bands.ts';
import { type CashWeek, cashDays, completeRuns, weeksOf } from '../store/cash.ts';
import { modelById } from '../store/models.ts';
import { itemsOfCustomers, promisedItems } from '../store/scenario-items.ts';

/** What there is after the first night. */
export type CashAnswer = AnswerOf<typeof cashForecast> & {
  readonly madeOn: string;
  readonly asOf: string;
};

export type CashAsked = Scenario & {
  readonly weeks: number;
  readonly companies: 'all' | readonly Id[];
  readonly currency: string | null;
  readonly withoutCustomers: readonly Id[];
};

/** Refusal: `forecast.not_yet`, before the first night. */
export async function readCash(
  db: Queries,
  asked: CashAsked,
): Promise<Outcome<CashAnswer, 'forecast.not_yet'>> {
  const runs = await completeRuns(db);
  const [latest] = runs.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
  if (!latest) return refuse('forecast.not_yet');
  const runIds = runs.map(({ runId }) => runId);
  const asOf = toNumber(latest.asOf);
  const [stored, weeks, { backTest }] = await Promise.all([
    cashDays(db, runIds, asked.companies),
    weeksOf(db, runIds),
    modelById(db, latest.modelId),
  ]);
  const base = stored.map(({ on, ...day }): DaySum => ({ ...day, on: toNumber(on) }));
  const told = await inScenario(db, base, { asked, runIds, asOf });
  const seen = new Set(base.map(({ companyId }) => companyId));
  const codes = mostFirst(base.map(({ currency }) => currency));
  const currencies = codes
    .filter((code) => asked.currency === null || code === asked.currency)
    .map((code) =>
      currencyOf(code, {
        base: base.filter(({ currency }) => currency === code),
        told: told.filter(({ currency }) => currency === code),
        weeks: weeks.filter(({ currency, companyId }) => currency === code && seen.has(companyId)),
        asOf,
        count: asked.weeks,
        common: backTest.common,
      }),
    );
  return accept({ madeOn: latest.madeOn, asOf: latest.asOf, currencies });
}

/** The currency of most days first, which is the one that the company lives in. */
function mostFirst(codes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const code of codes.toSorted()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([code]) => code);
}

type Scene = { readonly asked: CashAsked; readonly runIds: readonly Id[]; readonly asOf: number };

async function inScenario(
  db: Queries,
  base: readonly DaySum[],
  { asked, runIds, asOf }: Scene,
): Promise<DaySum[]> {
  const { withoutCustomers, promisesPercent, lateDays, companies } = asked;
  const isSeen = ({ companyId }: Pick<ItemDays, 'companyId'>): boolean =>
    companies === 'all' || companies.some((each) => each === companyId);
  let days = [...base];
  if (withoutCustomers.length > 0) {
    const gone = await itemsOfCustomers(db, runIds, withoutCustomers);
    days = without(days, sumsOf(gone.filter(isSeen), asOf));
  }
  if (promisesPercent !== null) {
    const promised = (await promisedItems(db, runIds, withoutCustomers)).filter(isSeen);
    const anew = promised.map((item) => keptAt(item, promisesPercent, asOf));
    days = [...without(days, sumsOf(promised, asOf)), ...sumsOf(anew, asOf)];
  }
  return laterBy(days, lateDays, asOf);
}

type Facts = {
  readonly base: readonly DaySum[];
  readonly told: readonly DaySum[];
  readonly weeks: readonly CashWeek[];
  readonly asOf: number;
  readonly count: number;
  readonly common: number;
};

function currencyOf(currency: string, facts: Facts): CashCurrency {
  const { base, told, asOf, count } = facts;
  const amount = (minor: bigint): string => formatMoney(money(minor, currency));
  const end = mondayOf(asOf + 1) + 7 * count;
  const inTime = told.filter(({ source, on }) => isDaySource(source) && on < end);
  const after = told.filter(({ source, on }) => isDaySource(source) && on >= end);
  const sum = (rows: readonly DaySum[]): bigint => rows.reduce((all, { units }) => all + units, 0n);
  const of = (source: CashSource): bigint => sum(told.filter((row) => row.source === source));
  const weekUnits = byWeek(inTime, asOf, count);
  const rest = [sum(after) + of('later'), of('doubtful'), of('disputed'), sum(base) - sum(told)];
  // Rounded together, in their order, so that they add up.
  const minor = inMinor([...weekUnits, ...rest]);
  const expected = minor.slice(0, count);
  const [later = 0n, doubtful = 0n, disputed = 0n, left = 0n] = minor.slice(count);
  const open = minor.reduce((all, each) => all + each, 0n);
  return {
    currency,
    open: amount(open),
    weeks: weeksTold13(currency, { ...facts, expected, open }),
    days: daysOf(inTime, asOf, end, amount),
    expected: amount(expected.reduce((all, each) => all + each, 0n)),
    later: amount(later),
    doubtful: amount(doubtful),
    disputed: amount(disputed),
    left: amount(left),
  };
}

function byWeek(rows: readonly DaySum[], asOf: number, count: number): bigint[] {
  const units = Array.from({ length: count }, () => 0n);
  for (const { on, units: each } of rows) {
    const week = weekOf(asOf, on - asOf - 1);
    if (week < count) units[week] = (units[week] ?? 0n) + each;
  }
  return units;
}

type Weeks = Facts & { readonly expected: readonly bigint[]; readonly open: bigint };

function weeksTold13(currency: string, { base, told, weeks, asOf, common, expected, open }: Weeks) {
  const amount = (minor: bigint): string => formatMoney(money(minor, currency));
  const planned = inMinor(byWeek(dayRows(base), asOf, weeksTold));
  const parts = partsByWeek(dayRows(told), asOf, expected);
  return expected.map((mean, at) => {
    const before = planned[at] ?? 0n;
    const own = weeks.filter(({ ahead }) => ahead === at + 1);
    const stored = own.reduce((all, { variance }) => all + variance, 0);
    // A scenario keeps how unsure a week is, as a share of what it expects.
    const times = before > 0n ? Number(mean) / Number(before) : 1;
    const band = bandOf(mean, { variance: stored * times * times, common, most: open });
    return {
      weekStart: toDay(mondayOf(asOf + 1) + 7 * at),
      ahead: at + 1,
      expected: amount(mean),
      habit: amount(parts.habit[at] ?? 0n),
      promise: amount(parts.promise[at] ?? 0n),
      plan: amount(parts.plan[at] ?? 0n),
      p10: amount(band.p10),
      p50: amount(band.p50),
      p90: amount(band.p90),
      planned: amount(before),
    };
  });
}

const dayRows = (rows: readonly DaySum[]): DaySum[] =>
  rows.filter(({ source }) => isDaySource(source));

/** Of each week what promises and plans bring; habit is the rest, so that they add up. */
function partsByWeek(rows: readonly DaySum[], asOf: number, expected: readonly bigint[]) {
  const end = mondayOf(asOf + 1) + 7 * expected.length;
  const minor = (source: CashSource): bigint[] =>
    byWeek(
      rows.filter((row) => row.source === source && row.on < end),
      asOf,
      expected.length,
    ).map((units) => units / BigInt(whole));
  const promise = minor('promise');
  const plan = minor('plan');
  const habit = expected.map((mean, at) => mean - (promise[at] ?? 0n) - (plan[at] ?? 0n));
  return { habit, promise, plan };
}

function daysOf(
  rows: readonly DaySum[],
  asOf: number,
  end: number,
  amount: (minor: bigint) => string,
): { on: Day; expected: string }[] {
  const units = Array.from({ length: end - asOf - 1 }, () => 0n);
  for (const { on, units: each } of rows) {
    units[on - asOf - 1] = (units[on - asOf - 1] ?? 0n) + each;
  }
  return inMinor(units).map((minor, at) => ({
    on: toDay(asOf + 1 + at),
    expected: amount(minor),
  }));
}
