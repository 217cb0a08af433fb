import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import {
  type RandomBook,
  deeds,
  firstDay,
  openBook,
  perform,
} from '#test/support/random-ledger.ts';
import { type Asked, measure, measures, wholeCompany } from '../answers/measure.ts';
import { catalogue } from '../rules/catalogue.ts';
import { usualPeriod } from '../rules/period.ts';
import { flowByDay } from '../store/sums.ts';
import { keepDays, wantsKeeping } from './keep-days.ts';

const run = { actor: { ref: 'job:metrics.keep_days', memberId: null }, reason: 'by the clock' };
/** All that is known now, asked for by a moment: such a question is answered from the history. */
const endOfTime = instant('9999-01-01T00:00:00.000Z');
const usd = currency('USD');

async function partsBy(book: RandomBook, question: Omit<Asked, 'metric'>): Promise<unknown> {
  const figures = await measures(
    book.db,
    catalogue.map(({ metric, variant }) => ({ ...question, metric, variant })),
  );
  const days = await flowByDay(book.db, question, 'cash');
  return {
    figures: figures.map(({ metric, variant, value, parts }) => ({
      figure: `${metric}.${variant} ${value ?? ''}`,
      parts: parts.map(({ name, value: sum }) => `${name} ${sum}`).toSorted(),
    })),
    cash: [...days].flatMap(([on, sum]) => (sum === 0n ? [] : `${on} ${sum}`)).toSorted(),
  };
}

describe('any book', () => {
  test('kept days with what became known since are the sums over the facts', async () => {
    const turns = fc.array(deeds, { minLength: 25, maxLength: 45 });
    await fc.assert(
      fc.asyncProperty(turns, fc.nat(100), async (done, back) => {
        await using book = await openBook();
        let today = firstDay;
        const live = async (some: typeof done) => {
          for (const deed of some) {
            today = plusDays(today, 4);
            book.on(today);
            await perform(book, deed, today);
          }
        };
        const most = Math.floor((done.length * 2) / 3);
        await live(done.slice(0, most));
        await keepDays(book, run);
        const kept = today;
        await live(done.slice(most));
        const scope = { companyId: null, collectorId: null, customerId: null, currency: usd };
        for (const asOf of [kept, plusDays(kept, 1), plusDays(kept, -back), today]) {
          const asked = { scope, asOf, period: usualPeriod(asOf) };
          const fromKept = await partsBy(book, { ...asked, knownAt: null });
          expect(fromKept).toEqual(await partsBy(book, { ...asked, knownAt: endOfTime }));
        }
      }),
      { seed: 20_261_123, numRuns: 5, endOnFailure: true },
    );
  });
});

test('a kept day is read and not summed again; a part of a company is summed', async () => {
  await using story = await deskOn('2026-07-01');
  const north = await story.account('NORTH');
  await story.invoice(north, { amount: '100', issued: '2026-06-01', due: '2026-06-30' });
  story.on('2026-07-20');
  expect(await wantsKeeping(story)).toBe(true);
  await keepDays(story, run);
  expect(await wantsKeeping(story)).toBe(false);
  await story.db.run(sql`
    update metrics.kept_day set standing = '{"ar": "77700"}' where on_day = '2026-07-20'`);
  const asked = {
    metric: 'ar' as const,
    scope: wholeCompany(story.companyId, usd),
    asOf: day('2026-07-20'),
    knownAt: null,
    period: usualPeriod(day('2026-07-20')),
  };
  const value = async (more: Partial<Asked>) =>
    (await measure(story.db, { ...asked, ...more })).value;
  expect(await value({})).toBe('777.00');
  expect(await value({ scope: { ...asked.scope, accountIds: [north] } })).toBe('100.00');
  expect(await value({ knownAt: endOfTime })).toBe('100.00');
  // Recorded after the day was kept, and dated before it.
  await story.invoice(north, { amount: '11', issued: '2026-07-02', due: '2026-07-30' });
  expect(await value({})).toBe('788.00');
  story.on('2026-07-23');
  expect(await wantsKeeping(story)).toBe(true);
  await keepDays(story, run);
  expect(await value({})).toBe('111.00');
});
