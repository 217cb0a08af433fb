/** What is sent in COPY's binary format comes back as it was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#test/support/db.ts';
import type { CopyRow } from './copy.ts';
import { copyTable } from './copy-binary.ts';
import { openDb, type Db } from './db.ts';
import { sql } from './sql.ts';

const samples = copyTable(`public.sample (sample_id uuid, said text, small smallint, count integer,
  amount bigint, paid boolean, due_on date, at timestamptz)`);

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.url, { asOwner: true, poolSize: 1 });
  await db.run(sql`
    create table public.sample (sample_id uuid primary key, said text, small smallint,
                                count integer, amount bigint, paid boolean, due_on date,
                                at timestamptz)`);
});
afterAll(async () => {
  await db.close();
  await database[Symbol.asyncDispose]();
});

/** Enough rows that they are not inserted but copied; they stand after all others. */
const nothing = Array.from({ length: 7 }, () => null);
const filling: readonly CopyRow[] = Array.from({ length: 30 }, (_, index) => [
  `ffffffff-0000-7000-8000-${index.toString().padStart(12, '0')}`,
  ...nothing,
]);

async function back(rows: readonly CopyRow[]): Promise<unknown[][]> {
  await db.run(sql`truncate public.sample`);
  await db.copyIn(samples, [...filling, ...rows]);
  const found = await db.all(sql<Record<string, unknown>>`
    select sample_id, said, small, count, amount, paid, due_on, at
      from public.sample
     where sample_id < 'ffffffff-0000-0000-0000-000000000000'
     order by sample_id`);
  return found.map((row) => Object.values(row));
}

function idOf(number: number): string {
  return `01a20000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

test('every type of column comes back as it was', async () => {
  const rows = [
    [
      idOf(1),
      'Señora Ñandú, 5 €\t"x"\\\n',
      -1,
      70_000,
      -9_007_199_254_740_993n,
      true,
      '2024-02-29',
      '2026-11-22T02:05:32.123456Z',
    ],
    [idOf(2), '', 1, 0, 0n, false, '1999-12-31', '1999-12-31T23:59:59.999999Z'],
    [idOf(3), null, null, null, null, null, null, null],
  ];
  expect(await back(rows)).toEqual(rows);
});

test('an open end of time is sent as the database writes it', async () => {
  const rows = [[idOf(1), 'open', 1, 1, 1n, true, 'infinity', null]];
  const [found] = await back(rows);
  expect(found?.[6]).toBe('infinity');
});

test('a text longer than a page and ten thousand rows arrive whole', async () => {
  const long = 'ü'.repeat(300_000);
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    idOf(index),
    index === 5000 ? long : `row ${index}`,
    1,
    index,
    BigInt(index),
    true,
    '2026-01-01',
    null,
  ]);
  expect(await back(rows)).toEqual(rows);
});

const rest = [1, 1, 1n, true, '2026-01-01', null];
test.each([
  ['a text that is no UUID', 'not a UUID', ['not an id', 'a', ...rest]],
  ['a UUID that goes on', 'not a UUID', [`${idOf(1)}0`, 'a', ...rest]],
  ['a day that there is not', 'not a day', [idOf(1), 'a', 1, 1, 1n, true, '2026-02-30', null]],
  ['a number where a text belongs', 'expected a text', [idOf(1), 7, ...rest]],
  ['an empty UUID', 'not a UUID', ['', 'a', ...rest]],
  ['a number too large', 'too large a number', [idOf(1), 'a', 40_000, 1, 1n, true, null, null]],
  ['an amount too large', 'too large a number', [idOf(1), 'a', 1, 1, 2n ** 63n, true, null, null]],
  ['a row that is too short', 'a row of 2 values', [idOf(1), 'a']],
])('%s throws and leaves nothing', async (_, message, row) => {
  await db.run(sql`truncate public.sample`);
  await expect(db.copyIn(samples, [...filling, row])).rejects.toThrow(message);
  const { count } = await db.one(sql<{ count: bigint }>`select count(*) from public.sample`);
  expect(count).toBe(0n);
  // The connection is still good.
  expect(await back([])).toEqual([]);
});

test('a type that no row can be written in is refused where the table is declared', () => {
  expect(() => copyTable('public.sample (facts jsonb)')).toThrow('public.sample.facts');
});
