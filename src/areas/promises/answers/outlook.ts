/** The outlook of the open promises as the API and `dunlin promises --outlook` write it. */
import type { Day } from '#kernel/day.ts';
import { type Money, formatMoney, money, plus } from '#kernel/money.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireOutlook, outlookWeek, promiseOutlook } from '../contract/outlook.ts';
import { type KeptCount, type OutlookWeek, countOn, outlook } from '../rules/outlook.ts';
import { type OutlookFilter, bookRecord, openWords } from '../store/outlook.ts';

export async function readOutlook(
  db: Queries,
  filter: OutlookFilter,
  today: Day,
): Promise<AnswerOf<typeof promiseOutlook>> {
  const [words, book] = await Promise.all([
    openWords(db, filter, today),
    bookRecord(db, filter.companies, today),
  ]);
  const byCurrency = Map.groupBy(words, ({ amount }) => amount.currency);
  return {
    asOf: today,
    rate: wireRate(book),
    currencies: [...byCurrency]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, own]) => wireCurrency(currency, outlook(own, book))),
  };
}

type Asked = { readonly weekStart: Day; readonly currency: string };

/** Its promises, which add up to the week's line to the cent. */
export async function readOutlookWeek(
  db: Queries,
  filter: OutlookFilter,
  today: Day,
  { weekStart, currency }: Asked,
): Promise<AnswerOf<typeof outlookWeek>> {
  const [words, book] = await Promise.all([
    openWords(db, filter, today),
    bookRecord(db, filter.companies, today),
  ]);
  const counted = words
    .filter(({ amount }) => amount.currency === currency)
    .map((word) => ({ ...word, ...countOn(word, book) }))
    .filter((word) => word.weekStart === weekStart);
  return {
    rows: counted.map(({ amount, received, outstanding, expected, rate, ...word }) => ({
      promiseId: word.promiseId,
      accountId: word.accountId,
      account: word.account,
      name: word.name,
      dueOn: word.dueOn,
      basis: word.basis,
      amount: formatMoney(amount),
      received: formatMoney(received),
      outstanding: formatMoney(outstanding),
      expected: written(expected),
      rate: wireRate(rate),
    })),
    outstanding: formatMoney(
      counted.reduce((all, each) => plus(all, each.outstanding), money(0n, currency)),
    ),
    expected: written(total(counted.map(({ expected }) => expected))),
  };
}

function wireCurrency(currency: string, weeks: readonly OutlookWeek[]): WireOutlook {
  const add = (part: (week: OutlookWeek) => Money) =>
    formatMoney(weeks.reduce((all, week) => plus(all, part(week)), money(0n, currency)));
  return {
    currency,
    count: weeks.reduce((all, { count }) => all + count, 0),
    promised: add((week) => week.promised),
    received: add((week) => week.received),
    outstanding: add((week) => week.outstanding),
    expected: written(total(weeks.map(({ expected }) => expected))),
    weeks: weeks.map((week) => ({
      weekStart: week.weekStart,
      weekEnd: week.weekEnd,
      count: week.count,
      promised: formatMoney(week.promised),
      received: formatMoney(week.received),
      outstanding: formatMoney(week.outstanding),
      expected: written(week.expected),
    })),
  };
}

/** Null when of none of them anything is known. */
function total(amounts: readonly (Money | null)[]): Money | null {
  return amounts.reduce<Money | null>((all, each) => {
    if (each === null) return all;
    return all === null ? each : plus(all, each);
  }, null);
}

function written(amount: Money | null): string | null {
  return amount === null ? null : formatMoney(amount);
}

function wireRate({ judged, kept }: KeptCount) {
  return { judged, kept, pct: judged === 0 ? null : Math.round((kept * 100) / judged) };
}
