/**
 * The ERP exports its open items every morning for a month: each day our open items are its.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { agingOf } from '#test/support/agings.ts';
import { deskOn } from '#test/support/builders.ts';
import { type OpenItem, agreed, morningFile, mornings } from '#test/support/open-items.ts';
import { openHere, takeFile } from '#test/support/snapshot-desk.ts';
import { inventBook } from '../../db/seed/invent-book.ts';

const from = day('2026-10-01');
const to = day('2026-10-31');
const book = inventBook({
  seed: 7,
  customers: 12,
  invoices: 300,
  from: plusDays(from, -200),
  to,
  days: 230,
  company: 'MAIN',
  currency: currency('USD'),
});

test('thirty mornings: our open items equal the source every day', async () => {
  await using desk = await deskOn(from);
  let closed = 0;
  for (const { day: morning, items } of mornings(book, from, to)) {
    const first = await takeFile(desk, morningFile(items), morning);
    const closes = first.seen?.snapshot.parts[0]?.closes ?? 0;
    const taken = first.outcome.ok
      ? first
      : await takeFile(desk, morningFile(items), morning, { confirmClosing: closes });
    expect(taken.outcome).toMatchObject({ ok: true });
    expect(await openHere(desk.db)).toEqual(agreed(items));
    closed += closes;
  }
  expect(closed).toBeGreaterThan(20);
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}, 60_000);

/** What may happen at the source to an item from one morning to the next. */
const fates = fc.array(
  fc.record({
    item: fc.nat(11),
    open: fc.constantFrom(0, 0, 40, 100, 100, 130, -25),
    due: fc.constantFrom('2026-07-01', '2026-07-01', '2026-09-15'),
    customer: fc.constantFrom('C1', 'C1', 'C1', 'C2'),
  }),
  { maxLength: 6 },
);

test('I-3, I-15: any mornings: equal every day, and what was known never changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fates, { minLength: 3, maxLength: 8 }), async (days) => {
      await using desk = await deskOn('2026-08-01');
      const source = new Map<string, OpenItem>([['A-0', itemOf('A-0', '2026-07-01', 100, 'C1')]]);
      const seen: { asOf: string; knownAt: string; balance: string }[] = [];
      let on = day('2026-08-01');
      for (const changes of days) {
        for (const { item, open, due, customer } of changes) {
          source.set(`A-${item}`, itemOf(`A-${item}`, due, open, customer));
        }
        const items = [...source.values()].filter(({ open }) => open !== 0n);
        if (items.length === 0) continue;
        const asked = await takeFile(desk, morningFile(items), on);
        const confirmClosing = asked.seen?.snapshot.parts[0]?.closes ?? 0;
        const taken = asked.outcome.ok
          ? asked
          : await takeFile(desk, morningFile(items), on, { confirmClosing });
        expect(taken.outcome).toMatchObject({ ok: true });
        expect(await openHere(desk.db)).toEqual(agreed(items));
        const told = { asOf: on, knownAt: desk.clock.now(), by: 'currency' } as const;
        seen.push({ ...told, balance: (await agingOf(desk, told)).balance });
        on = plusDays(on, 1);
      }
      for (const { asOf, knownAt, balance } of seen) {
        expect((await agingOf(desk, { asOf, knownAt, by: 'currency' })).balance).toBe(balance);
      }
      const { checks } = await proveLedger(desk.db);
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    }),
    { seed: 20_261_121, numRuns: 6, endOnFailure: true },
  );
}, 120_000);

function itemOf(number: string, due: string, dollars: number, customer: string): OpenItem {
  const issuedOn = day('2026-06-01');
  const type = dollars < 0 ? 'Credit Memo' : 'Invoice';
  const open = BigInt(dollars) * 100n;
  return { number, type, customer, issuedOn, dueOn: day(due), currency: 'USD', open };
}
