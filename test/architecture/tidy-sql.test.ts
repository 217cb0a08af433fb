/** SQL stands in stores and names only what its area may read. */
import { describe, expect, test } from 'vitest';
import { published } from '../../architecture-news.ts';
import { areas } from '../../architecture.ts';
import { areaOf, mayKnow, roomOf } from './rooms.ts';
import {
  cooked,
  isNode,
  isTest,
  lineOf,
  literal,
  nameOf,
  type Node,
  nodesOf,
  parse,
  source,
  type SourceFile,
  sourceFiles,
} from './source.ts';
import { place, readSql } from './sql.ts';

const files = sourceFiles().filter((file) => !isTest(file));

test('SQL stands in the stores of areas and in the platform', () => {
  const strays = files.filter((file) => {
    const room = roomOf(file)?.name;
    if (room === 'store' || room === 'platform') return false;
    return nodesOf(source(file), 'TaggedTemplateExpression').some((node) => tagged(node));
  });
  expect(strays.map((file) => `${file} holds SQL; it belongs in a store.ts.`)).toEqual([]);
});

test('SQL names tables of its own area or published views, with their schema', () => {
  expect(files.flatMap((file) => wrongTables(source(file)))).toEqual([]);
});

test('a published view belongs to an area and is read by another', () => {
  const texts = files
    .filter((file) => roomOf(file)?.name === 'store')
    .map((file) => ({
      area: areaOf(file),
      names: statementsOf(source(file)).flatMap(({ text }) => readSql(text).qualified),
    }));
  const idle = published.filter((view) => {
    const owner = areaOfSchema(view.split('.')[0] ?? '');
    return !texts.some(({ area, names }) => area !== owner && names.includes(view));
  });
  expect(idle.map((view) => `${view} is published, but no other area reads it.`)).toEqual([]);
});

type Statement = { readonly text: string; readonly line: number };

/** Every `sql` template of a file, and the targets of its bulk loads. */
function statementsOf(file: SourceFile): Statement[] {
  return nodesOf(file, 'TaggedTemplateExpression', 'Literal').flatMap((node) => {
    const text = node.type === 'Literal' ? bulkTarget(node) : tagged(node);
    return text === undefined ? [] : [{ text, line: lineOf(file, node.start) }];
  });
}

function tagged(node: Node): string | undefined {
  const tag = nameOf(node['tag']);
  if ((tag !== 'sql' && tag !== 'prepared') || !isNode(node['quasi'])) return undefined;
  const quasis = node['quasi']['quasis'];
  return Array.isArray(quasis) ? quasis.map(cooked).join(place) : undefined;
}

/** `schema.table (columns)`, which is how a bulk load names where its rows go. */
function bulkTarget(node: Node): string | undefined {
  const target = literal(node);
  if (target === undefined || !/^[a-z_]+\.[a-z_]+\s*\(/u.test(target)) return undefined;
  return `insert into ${target}`;
}

/** One sentence for each table that a file names and may not. */
function wrongTables(file: SourceFile): string[] {
  const area = areaOf(file.path);
  const statements = statementsOf(file);
  const named = statements.map(({ text, line }) => ({ line, ...readSql(text) }));
  const defined = new Set(named.flatMap((statement) => statement.defined));
  return named.flatMap(({ line, bare, qualified }) => [
    ...bare
      .filter((name) => !defined.has(name) && !name.startsWith('pg_'))
      .map((name) => `${file.path}:${line} names ${name} without its schema.`),
    ...qualified
      .map((name) => objection(area, name))
      .filter((reason) => reason !== undefined)
      .map((reason) => `${file.path}:${line} names ${reason}.`),
  ]);
}

function objection(area: string | undefined, name: string): string | undefined {
  const [schema = ''] = name.split('.');
  if (schema === 'platform' && area !== undefined) return `${name}: ask the platform instead`;
  const owner = areaOfSchema(schema);
  if (owner === undefined || owner === area) return undefined;
  if (area === undefined) return `${name}: the platform knows no area`;
  if (!published.includes(name)) return `${name}, which architecture.ts does not list as published`;
  const may = mayKnow(area, owner) || areas[area]?.readsViews === true;
  return may ? undefined : `${name}, but architecture.ts does not let ${area} know ${owner}`;
}

function areaOfSchema(schema: string): string | undefined {
  const area = schema.replaceAll('_', '-');
  return areas[area] ? area : undefined;
}

describe('a wrong table is named', () => {
  const store = 'src/areas/bank-files/store.ts';
  test.each([
    ['sql`select 1 from ledger.item`', 'does not list as published'],
    ['sql`select 1 from line`', 'names line without its schema'],
    ['sql<Row>`select ${sql`(select 1 from customers.account)`}`', 'customers.account'],
    ['sql`select 1 from platform.job`', 'ask the platform instead'],
    ["const target = 'ledger.item (id)'", 'ledger.item'],
  ])('%s', (text, part) => {
    expect(wrongTables(parse(store, text))).toEqual([expect.stringContaining(part)]);
  });

  test.each([
    ['sql`select f.id from bank_files.file f where f.id = ${id}`'],
    ['sql`with a as (select 1) select 1 from a`; sql`select 2 from a`'],
    ['other`select 1 from ledger.item`'],
    ['sql`select 1 from pg_roles`'],
  ])('and a right one passes: %s', (text) => {
    expect(wrongTables(parse(store, text))).toEqual([]);
  });

  test('and the platform names no area', () => {
    const wrong = wrongTables(
      parse('src/platform/jobs/queue.ts', 'sql`select 1 from cash.receipt`'),
    );
    expect(wrong).toEqual([expect.stringContaining('the platform knows no area')]);
  });
});
