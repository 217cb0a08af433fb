/** What the migrations make: the committed text, the published views, the keys of accounts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDb, type Db } from '#platform/postgres/db.ts';
import { schemaText } from '#platform/postgres/schema-dump.ts';
import { sql } from '#platform/postgres/sql.ts';
import { freshDatabase, type TestDatabase } from '#test/support/db.ts';
import { published } from '../../architecture-news.ts';
import { areas } from '../../architecture.ts';
import { keysWithoutAccount } from './exceptions.ts';
import { textOf } from './source.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.url, { asOwner: true, poolSize: 1 });
});

afterAll(async () => {
  await db.close();
  await database[Symbol.asyncDispose]();
});

test('db/schema.sql is the migrated schema, as node bin/db.ts dump writes it', async () => {
  expect(textOf('db/schema.sql')).toBe(await schemaText(db));
});

test('the text of the schema changes with the schema', async () => {
  const before = await schemaText(db);
  await db.run(sql`create table team.mascot (mascot_id uuid primary key, name text not null)`);
  await db.run(sql`create index mascot_by_name on team.mascot (name)`);
  await db.run(sql`grant select on team.mascot to dunlin_app`);
  const after = await schemaText(db);
  await db.run(sql`drop table team.mascot`);
  const added = after.split('\n').filter((line) => line.includes('mascot'));
  expect(added).toEqual([
    'create table team.mascot (',
    '  mascot_id uuid not null,',
    '  constraint mascot_pkey PRIMARY KEY (mascot_id)',
    'CREATE INDEX mascot_by_name ON team.mascot USING btree (name);',
    'grant select on team.mascot to dunlin_app;',
  ]);
  expect(await schemaText(db)).toBe(before);
});

test('every schema is the platform’s or an area’s', async () => {
  const rows = await db.all(sql<{ name: string }>`
    select nspname as name
      from pg_namespace
     where nspname !~ '^pg_'
       and nspname not in ('information_schema', 'public', 'platform', 'pgboss')`);
  const strange = rows.filter(({ name }) => !areas[name.replaceAll('_', '-')]);
  expect(
    strange.map(({ name }) => `architecture.ts knows no area for the schema ${name}.`),
  ).toEqual([]);
});

test('what architecture.ts publishes exists', async () => {
  const rows = await db.all(sql<{ name: string }>`
    select relnamespace::regnamespace || '.' || relname as name
      from pg_class
     where relkind in ('r', 'p', 'v', 'm')
     union
    select pronamespace::regnamespace || '.' || proname
      from pg_proc`);
  const names = new Set(rows.map((row) => row.name));
  expect(published.filter((name) => !names.has(name))).toEqual([]);
});

test('rows of an account are keyed by their account first', async () => {
  const keys = await db.all(sql<{ table: string; key: string }>`
    ${uniqueKeys} union ${foreignKeys} order by 1, 2`);
  const names = keys.map(({ table, key }) => `${table} ${key}`);
  const excused = Object.keys(keysWithoutAccount);
  expect(names.filter((name) => !excused.includes(name))).toEqual([]);
  expect(excused.filter((name) => !names.includes(name))).toEqual([]);
});

/** Tables whose rows belong to an account, with the number of that column. */
const ofAccounts = sql`
  select attrelid as table, attnum as column
    from pg_attribute
    join pg_class c on c.oid = attrelid and c.relkind in ('r', 'p')
   where attname = 'account_id'`;

/** Primary and unique keys that do not begin with the account. */
const uniqueKeys = sql`
  select i.indrelid::regclass::text as table, k.relname::text as key
    from pg_index i
    join pg_class k on k.oid = i.indexrelid
    join (${ofAccounts}) a on a.table = i.indrelid
   where i.indisunique
     and i.indkey[0] <> a.column`;

/** Foreign keys between rows of accounts that do not begin with the account on both sides. */
const foreignKeys = sql`
  select f.conrelid::regclass::text as table, f.conname::text as key
    from pg_constraint f
    join (${ofAccounts}) a on a.table = f.conrelid
    join (${ofAccounts}) b on b.table = f.confrelid
   where f.contype = 'f'
     and (f.conkey[1] <> a.column or f.confkey[1] <> b.column)`;
