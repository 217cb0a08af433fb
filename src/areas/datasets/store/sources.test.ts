/** Every dataset of the catalogue can be read, column by column, with the types it states. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { freshDatabase, type TestDatabase } from '#test/support/db.ts';
import { catalogue } from '../rules/catalogue.ts';
import type { ColumnType } from '../rules/dataset.ts';
import { rowsFor } from './answers.ts';
import { sources } from './sources.ts';
import { stored } from './values.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.url, { poolSize: 1 });
});

afterAll(async () => {
  await db.close();
  await database[Symbol.asyncDispose]();
});

const databaseTypes: Readonly<Record<ColumnType, readonly string[]>> = {
  text: ['text', 'unknown'],
  choice: ['text'],
  id: ['uuid'],
  money: ['bigint'],
  day: ['date'],
  instant: ['timestamp with time zone'],
  count: ['integer', 'bigint', 'smallint'],
  percent: ['numeric'],
  yes_no: ['boolean'],
};

const today = day('2026-11-20');

test.each(catalogue.map((dataset) => [dataset.key, dataset] as const))(
  'the rows of %s have the columns and types that the catalogue states',
  async (_, dataset) => {
    const rows = await rowsFor(db, { dataset, asOf: today }, { companies: 'all', today });
    const types = sql.join(
      dataset.columns.map(
        (column) => sql`pg_typeof(${stored(column)})::text as ${sql.ref(column.key)}`,
      ),
    );
    const found = await db.one(sql<Record<string, string>>`
      select ${types}
        from (select 1 as one) o
        left join (${rows}) d on true`);
    const wrong = dataset.columns.filter(
      ({ key, type }) => !databaseTypes[type].includes(found[key] ?? ''),
    );
    expect(wrong.map(({ key, type }) => `${key}: ${type} is ${found[key]}`)).toEqual([]);
  },
);

test('every dataset has rows, and no rows are without a dataset', () => {
  expect(Object.keys(sources).toSorted()).toEqual(catalogue.map(({ key }) => key).toSorted());
});
