/**
 * Whatever people do at a desk, each figure is what its rows add up to, and what stands open is
 * what the aging of the same day says: now, in the past, and as it was known then.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, plusDays } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { currency, formatMoney, money, parseMinor } from '#kernel/money.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { catalogue } from '#areas/metrics/rules/catalogue.ts';
import { usualPeriod } from '#areas/metrics/rules/period.ts';
import { type Asked, measures, partNamed, rowsOf } from '#areas/metrics/index.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';
import {
  type RandomBook,
  deeds,
  firstDay,
  openBook,
  perform,
} from '#test/support/random-ledger.ts';

const turns = fc.array(deeds, { minLength: 25, maxLength: 45 });
const runs = { seed: 20_261_122, numRuns: 4, endOnFailure: true };
const usd = currency('USD');

function question(asOf: Day, knownAt: Instant | null): Omit<Asked, 'metric'> {
  const scope = { companyId: null, collectorId: null, customerId: null, currency: usd };
  return { scope, asOf, knownAt, period: usualPeriod(asOf) };
}

async function live(book: RandomBook, done: readonly Parameters<typeof perform>[1][]) {
  let today = firstDay;
  for (const deed of done) {
    today = plusDays(today, 4);
    book.on(today);
    await perform(book, deed, today);
  }
  return today;
}

/** Every figure of the catalogue with the parts whose rows do not add up to them. */
async function wrongParts(book: RandomBook, asked: Omit<Asked, 'metric'>): Promise<string[]> {
  const figures = await measures(
    book.db,
    catalogue.map(({ metric, variant }) => ({ ...asked, metric, variant })),
  );
  const wrong: string[] = [];
  const told = new Map(
    figures.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.rows ? [[part.name, part.value] as const] : [])),
    ),
  );
  for (const [name, value] of told) {
    const named = partNamed(name);
    if (!named) throw new Error(`no part ${name}`);
    const { rows, total } = await rowsOf(book.db, asked, named, { limit: null, offset: 0 });
    const decimals = total.split('.')[1]?.length ?? 0;
    const sum = rows.reduce((all, row) => all + (parseMinor(row.value, decimals) ?? 0n), 0n);
    if (total !== value || sum !== parseMinor(value, decimals)) {
      wrong.push(`${name}: ${value}, rows ${total}`);
    }
  }
  return wrong;
}

/** The same sums by the aging report and by the figures. */
async function bothSay(book: RandomBook, asked: Omit<Asked, 'metric'>) {
  const aging = await readAging(
    book.db,
    { ...wholeAging(asked.asOf, bucketSets.standard), knownAt: asked.knownAt },
    { sort: { column: 'account' }, descending: false, limit: null, offset: 0 },
    book.clock.now(),
  );
  const total = aging.totals.find((each) => each.currency === usd);
  const late = total?.buckets.slice(1).reduce((sum, text) => sum + (parseMinor(text, 2) ?? 0n), 0n);
  const figures = await measures(book.db, [
    { ...asked, metric: 'ar' },
    { ...asked, metric: 'overdue' },
    ...catalogue
      .filter(({ metric }) => metric === 'aging')
      .map(({ metric, variant }) => ({ ...asked, metric, variant })),
  ]);
  return {
    aging: [
      total?.balance ?? '0.00',
      formatMoney(money(late ?? 0n, usd)),
      ...(total?.buckets ?? bucketSets.standard.concat(0).map(() => '0.00')),
    ],
    figures: figures.map(({ value }) => value),
  };
}

describe('any book', () => {
  test('figures are their rows and tie to the aging, on any day, known at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(turns, fc.nat(90), async (done, back) => {
        await using book = await openBook();
        const half = Math.floor(done.length / 2);
        await live(book, done.slice(0, half));
        const knownAt = book.clock.now();
        const today = await live(book, done.slice(half));
        for (const asked of [
          question(today, null),
          question(plusDays(today, -back), null),
          question(plusDays(today, -back), knownAt),
        ]) {
          expect(await wrongParts(book, asked)).toEqual([]);
          const { aging, figures } = await bothSay(book, asked);
          expect(figures).toEqual(aging);
        }
      }),
      runs,
    );
  });
});
