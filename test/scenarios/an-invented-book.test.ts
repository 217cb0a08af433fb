/** An invented company's book of three hundred invoices, taken in whole. */
import { expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { importBook } from '#areas/imports/actions/import-book.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';
import { agingByHand } from '#test/support/aging-by-hand.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { inventBook } from '../../db/seed/invent-book.ts';

const usd = currency('USD');
const book = inventBook({
  seed: 7,
  customers: 15,
  invoices: 300,
  from: day('2025-05-25'),
  to: day('2026-11-20'),
  days: 545,
  company: 'MAIN',
  currency: usd,
});

test('every row of it is taken in, and the proof is green', async () => {
  await using desk = await deskWithBook();
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(checks.length).toBeGreaterThan(5);
});

test('its aging on three days is what its rows say', async () => {
  await using desk = await deskWithBook();
  for (const asOf of [day('2026-11-20'), day('2026-06-30'), day('2025-12-31')]) {
    const { rows, totals } = await aging(desk, asOf);
    const byHand = agingByHand(book, asOf);
    expect(rows.length).toBeGreaterThan(5);
    expect(new Map(rows)).toEqual(texts(byHand));
    expect(totals).toEqual([total(byHand)]);
  }
});

async function deskWithBook(): Promise<Story> {
  const desk = await deskOn('2026-11-20');
  const rows = book.documents.length + book.payments.length + book.applications.length;
  const outcome = await desk.done((context) =>
    importBook(
      context,
      {
        kind: 'book',
        source: 'invented',
        files: [],
        incoming: book,
        rows,
        skipped: 0,
        problems: [],
        company: 'MAIN',
        currency: usd,
        acceptGood: false,
      },
      () => undefined,
    ),
  );
  expect(outcome.accepted).toBe(rows + book.customers.length + book.terms.length);
  return desk;
}

async function aging({ db }: Story, asOf: Day) {
  const page = { sort: { column: 'account' }, descending: false, limit: null, offset: 0 } as const;
  const question = wholeAging(asOf, bucketSets.standard);
  const answer = await readAging(db, question, page, instant('2026-11-20T00:00:00Z'));
  return {
    rows: answer.rows.map((row): [string, string] => [
      `${row.account} ${row.currency}`,
      [...row.buckets, row.unapplied].join(' '),
    ]),
    totals: answer.totals.map(({ buckets, unapplied }) => [...buckets, unapplied].join(' ')),
  };
}

type ByHand = ReturnType<typeof agingByHand>;

function texts(byHand: ByHand): Map<string, string> {
  return new Map(
    [...byHand].map(([key, { buckets, unapplied }]) => [key, text([...buckets, unapplied])]),
  );
}

function total(byHand: ByHand): string {
  const rows = [...byHand.values()].map(({ buckets, unapplied }) => [...buckets, unapplied]);
  const sums = rows.reduce((sum, row) => sum.map((amount, index) => amount + (row[index] ?? 0n)));
  return text(sums);
}

function text(amounts: readonly bigint[]): string {
  return amounts.map((amount) => formatMoney(money(amount, usd))).join(' ');
}
