/** What changed since Friday, since the pack, since the file: every figure told and opened. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { importBook } from '#areas/imports/actions/import-book.ts';
import { undoImport } from '#areas/imports/actions/undo-import.ts';
import { readCompare, readRows } from '#areas/reports/answers/compare.ts';
import type { Moments } from '#areas/reports/rules/compare.ts';
import { agreesWithBothAgings, asOf, byChange, whole } from '#test/support/comparisons.ts';
import { deskOn, deskOwed1000 } from '#test/support/builders.ts';
import { lastOffset, firstDay as firstImported, randomBook } from '#test/support/random-books.ts';
import { deeds, firstDay, openBook, perform } from '#test/support/random-ledger.ts';

test('P-02: what changed since the July pack is one line of −400.00, and it is late', async () => {
  await using desk = await deskOwed1000();
  desk.on('2026-08-03');
  await desk.receipt(desk.accountId, {
    amount: '400',
    on: '2026-07-20',
    pays: [[desk.invoiceId, '400']],
  });
  const july = day('2026-07-31');
  const question = whole({
    from: asOf(july, instant('2026-08-01T23:59:59Z')),
    to: asOf(july, instant('2026-08-05T23:59:59Z')),
  });
  const now = desk.clock.now();
  const { rows, totals } = await readCompare(desk.db, question, byChange, now);
  expect(rows).toMatchObject([
    {
      account: 'NORTH',
      opening: '1000.00',
      cash: '0.00',
      corrections: '-400.00',
      late: '-400.00',
      closing: '600.00',
      change: '-400.00',
    },
  ]);
  expect(totals).toMatchObject([{ changed: 1, unchanged: 0, change: '-400.00' }]);
  const opened = { ...question, figure: 'late', currency: 'USD', bucket: null } as const;
  const late = await readRows(desk.db, opened, { limit: 10, offset: 0 });
  expect(late.rows).toMatchObject([
    {
      kind: 'receipt',
      effectiveOn: '2026-07-20',
      late: true,
      amount: '-400.00',
      applied: [{ document: 'I-1', amount: '400.00' }],
    },
  ]);
});

describe('whatever happened, a comparison agrees with the aging of both its moments', () => {
  const month = fc.array(fc.array(deeds, { minLength: 1, maxLength: 4 }), {
    minLength: 14,
    maxLength: 24,
  });

  test('at a desk: receipts, returns, transfers, merges, refunds, exchange', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(month, fc.nat(), async (turns, chance) => {
        await using book = await openBook();
        const seen: { today: Day; knownAt: Instant }[] = [];
        let today = firstDay;
        for (const [turn, together] of turns.entries()) {
          today = plusDays(today, 1 + (turn % 3));
          book.on(today);
          for (const deed of together) await perform(book, deed, today);
          seen.push({ today, knownAt: book.clock.now() });
        }
        for (const moments of someMoments(seen, chance)) {
          compared += await agreesWithBothAgings(book.db, moments);
        }
      }),
      { seed: 20_261_122, numRuns: 2, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(20);
  });

  test('after an import, and after it was undone', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(randomBook, fc.nat(), async (incoming, chance) => {
        await using desk = await deskOn(plusDays(firstImported, lastOffset + 30));
        const seen = [{ today: plusDays(firstImported, 20), knownAt: desk.clock.now() }];
        const book = {
          kind: 'book' as const,
          source: 'test',
          files: [{ name: 'book', sha256: 'a'.repeat(64), bytes: 1 }],
          incoming,
          rows: 1,
          skipped: 0,
          problems: [],
          company: 'MAIN',
          currency: undefined,
          acceptGood: true,
        };
        await desk.rate('EUR', '1.10', firstImported);
        const taken = await desk.act((context) => importBook(context, book, () => undefined));
        seen.push({ today: plusDays(firstImported, 45), knownAt: desk.clock.now() });
        desk.on(plusDays(firstImported, lastOffset + 31));
        if (taken.ok) await desk.done((context) => undoImport(context, taken.value.importId));
        seen.push({ today: desk.clock.today(), knownAt: desk.clock.now() });
        for (const moments of someMoments(seen, chance)) {
          compared += await agreesWithBothAgings(desk.db, moments);
        }
      }),
      { seed: 20_261_122, numRuns: 3, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

/** Both known now; one day known twice; each as known on its day; each a little before. */
function someMoments(
  seen: readonly { readonly today: Day; readonly knownAt: Instant }[],
  chance: number,
): Moments[] {
  const first = seen[chance % seen.length];
  const last = seen.at(-1);
  if (!first || !last) throw new Error('something was expected to happen');
  return [
    { from: asOf(first.today), to: asOf(last.today) },
    { from: asOf(first.today, first.knownAt), to: asOf(first.today) },
    { from: asOf(first.today, first.knownAt), to: asOf(last.today, last.knownAt) },
    { from: asOf(plusDays(first.today, -4), first.knownAt), to: asOf(first.today, last.knownAt) },
    { from: asOf(first.today), to: asOf(plusDays(last.today, -1)) },
  ].filter(({ from, to }) => from.asOf <= to.asOf);
}
