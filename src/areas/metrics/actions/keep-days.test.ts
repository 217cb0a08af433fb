import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Actor } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
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
const wholeCompanies = { companyId: null, collectorId: null, customerId: null, currency: usd };

type Narrow = Partial<Asked['scope']>;

/** Who owns what, and to whom it goes over after the days were kept. */
async function twoPortfolios(book: RandomBook): Promise<readonly Narrow[]> {
  const [one, other] = [await book.member('collector'), await book.member('collector')];
  const [first, second, third] = book.accounts;
  if (!first || !second || !third || !one.memberId) throw new Error('a book has six accounts');
  const give = (accountId: Id, { memberId }: Actor) =>
    book.done((context) => assignOwner(context, { accountId, memberId }));
  await give(first, one);
  await give(second, one);
  await give(third, other);
  await book.db.run(sql`
    update customers.customer set segment = 'gold'
     where customer_id in (select s.customer_id from customers.account_scope s
                            where s.account_id = any(${[first, third]}::uuid[]))`);
  await keepDays(book, run, 1);
  await give(second, other);
  const { memberId: collectorId } = one;
  return [{}, { collectorId }, { segment: 'gold' }, { collectorId: other.memberId }];
}

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
        await live(done.slice(0, 3));
        await keepDays(book, run);
        await live(done.slice(3, most));
        const kept = today;
        const parts = await twoPortfolios(book);
        await live(done.slice(most));
        for (const asOf of [kept, plusDays(kept, 1), plusDays(kept, -back), today]) {
          for (const part of asOf === kept || asOf === today ? parts : [{}]) {
            const scope = { ...wholeCompanies, ...part };
            const asked = { scope, asOf, period: usualPeriod(asOf) };
            const fromKept = await partsBy(book, { ...asked, knownAt: null });
            expect(fromKept).toEqual(await partsBy(book, { ...asked, knownAt: endOfTime }));
          }
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
  await keepDays(story, run, 1);
  expect(await wantsKeeping(story)).toBe(false);
  // What was kept is added to: the fact that came, and the days that passed.
  expect(await value({})).toBe('788.00');
  expect(await value({ asOf: day('2026-07-24') })).toBe('111.00');
  const { days } = await story.db.one(sql<{ days: bigint }>`
    select count(*) as days from metrics.kept_day where on_day > '2026-07-22'`);
  expect(days).toBe(3n);
});

test('a whole year away is kept anew, and what was kept before goes', async () => {
  await using story = await deskOn('2026-07-01');
  const north = await story.account('NORTH');
  await story.invoice(north, { amount: '100', issued: '2023-06-01', due: '2026-06-30' });
  await keepDays(story, run);
  story.on('2027-07-01');
  await keepDays(story, run);
  const { first, last } = await story.db.one(sql<{ first: string; last: string }>`
    select min(on_day) as first, max(on_day) as last from metrics.kept_day`);
  expect([first, last]).toEqual(['2025-07-01', '2027-07-03']);
});
