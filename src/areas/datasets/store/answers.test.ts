/** Answers equal what a plain filter over the same rows gives; nothing mixes currencies. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn, type Story } from '#test/support/builders.ts';
import { answerable, fits, treeOf } from '#test/support/filter-trees.ts';
import { openItems } from '../rules/catalogue/money-owed.ts';
import type { RawQuestion } from '../rules/question.ts';
import { understand } from '../rules/understand.ts';
import { answerQuestion, type Found } from './answers.ts';

const today = day('2026-11-20');
const columns = openItems.columns.map(({ key }) => key);
let desk: Story;

beforeAll(async () => {
  desk = await deskOn('2026-08-01');
  await desk.rate('JPY', '0.0065', '2026-08-01');
  const north = await desk.account('NORTH');
  const south = await desk.account('SOUTH');
  const told = [
    [north, '1000.10', '2026-08-01', 'USD', 'I-1'],
    [north, '250', '2026-10-25', 'USD', 'i-2%'],
    [north, '90000', '2026-09-01', 'JPY', 'J_3'],
    [south, '0.01', '2026-11-19', 'USD', "O'4"],
    [south, '1000.10', '2026-08-20', 'USD', 'I-5'],
  ] as const;
  for (const [account, amount, issued, currency, number] of told) {
    await desk.invoice(account, { amount, issued, currency, number });
  }
  desk.on('2026-11-20');
  await desk.receipt(north, { amount: '75.25', on: '2026-11-01', reference: 'R-6' });
}, 60_000);

afterAll(() => desk[Symbol.asyncDispose]());

async function answer(asked: Partial<RawQuestion>, limit = 100): Promise<Found | string> {
  const raw = { dataset: 'open-items', ...asked };
  const question = understand(raw, { permissions: ['aging.read'], today });
  if (!question.ok) return `${question.refusal} ${question.facts['field']}`;
  const reader = { companies: 'all', today } as const;
  const found = await answerQuestion(desk.db, question.value, reader, { limit, counted: true });
  return found.ok ? found.value : found.refusal;
}

/** The items that were found; a refusal must name a field. */
function said(found: Found | string): string[] | string {
  if (typeof found !== 'string') return found.rows.map(([itemId]) => itemId ?? '').toSorted(byText);
  return /^datasets\.\w+ (?:\w|\.)+$/u.test(found) ? 'refused' : found;
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

async function rowsOf(asked: Partial<RawQuestion>): Promise<Found['rows']> {
  const found = await answer(asked);
  if (typeof found === 'string') throw new Error(found);
  return found.rows;
}

test('any filter is answered as a plain filter would, or refused with its field', async () => {
  const all = await rowsOf({ columns });
  const rows = all.map((row) =>
    Object.fromEntries(columns.map((key, at) => [key, row[at] ?? null])),
  );
  expect(rows).toHaveLength(6);
  const values = rows.flatMap((row) => Object.values(row)).filter((value) => value !== null);
  await fc.assert(
    fc.asyncProperty(treeOf(openItems, values), async (filter) => {
      const found = await answer({ columns: ['itemId'], filter });
      const right = answerable(filter, openItems);
      const expected = rows.filter((row) => right && fits(filter, row, openItems));
      expect({ filter, said: said(found) }).toEqual({
        filter,
        said: right ? expected.map((row) => row['itemId'] ?? '').toSorted(byText) : 'refused',
      });
    }),
    { numRuns: 250, seed: 20_261_120 },
  );
}, 60_000);

test('sums stand by currency in its own decimals', async () => {
  const rows = await rowsOf({
    measures: [
      { kind: 'sum', column: 'open' },
      { kind: 'avg', column: 'open' },
      { kind: 'count' },
      { kind: 'weighted_avg', column: 'daysPastDue', weight: 'amount' },
    ],
    filter: { column: 'kind', is: 'eq', value: 'invoice' },
  });
  expect(rows).toEqual([
    ['JPY', '90000', '90000', '1', '50'],
    ['USD', '2250.21', '562.55', '4', '63.1114'],
  ]);
});

test('days are put together by month, and the order may be by a sum', async () => {
  const rows = await rowsOf({
    groups: [{ column: 'issuedOn', by: 'month' }],
    measures: [{ kind: 'sum', column: 'open' }],
    filter: { column: 'currency', is: 'eq', value: 'USD' },
    sort: [{ by: 'sum_open', descending: true }],
  });
  expect(rows).toEqual([
    ['2026-08-01', 'USD', '2000.20'],
    ['2026-10-01', 'USD', '250.00'],
    ['2026-11-01', 'USD', '-75.24'],
  ]);
});

test('as of an earlier day the items of that day are open', async () => {
  const rows = await rowsOf({
    columns: ['number'],
    asOf: 'last_quarter_end',
    sort: [{ by: 'number' }],
  });
  expect(rows).toEqual([['I-1'], ['I-5'], ['J_3']]);
});

test('what is cut says so, and pages follow each other without a gap', async () => {
  const question = understand(
    { dataset: 'open-items', columns: ['number'], sort: [{ by: 'collector', descending: true }] },
    { permissions: ['aging.read'], today },
  );
  if (!question.ok) throw new Error(question.refusal);
  const seen: (string | null | undefined)[] = [];
  let after: Found['after'];
  do {
    const stretch = after ? { limit: 2, after } : { limit: 2 };
    const page = await answerQuestion(
      desk.db,
      question.value,
      { companies: 'all', today },
      stretch,
    );
    if (!page.ok) throw new Error(page.refusal);
    expect(page.value.more).toBe(page.value.after !== undefined);
    seen.push(...page.value.rows.map(([number]) => number));
    after = page.value.after;
  } while (after);
  expect(seen).toHaveLength(6);
  expect(new Set(seen).size).toBe(6);
});

test('a statement that takes too long is refused by name', async () => {
  const question = understand(
    { dataset: 'open-items', columns: ['number'] },
    { permissions: ['aging.read'], today },
  );
  if (!question.ok) throw new Error(question.refusal);
  const owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
  await owner.transaction(async (held) => {
    await held.run(sql`lock table ledger.item_balance in access exclusive mode`);
    const reader = { companies: 'all', today } as const;
    const waiting = { limit: 1, withinMs: 50 };
    const answered = await answerQuestion(desk.db, question.value, reader, waiting);
    expect(answered).toMatchObject({ ok: false, refusal: 'datasets.took_too_long' });
  });
  await owner.close();
});
