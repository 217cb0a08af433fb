/**
 * The ERP exports its open items every morning for a month: each day our open items are its.
 */
import { expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { deskOn } from '#test/support/builders.ts';
import { agreed, morningFile, mornings } from '#test/support/open-items.ts';
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
