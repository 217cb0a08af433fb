/** The reader that the SQL checks rest on. */
import { describe, expect, test } from 'vitest';
import { readSql } from './sql.ts';

describe('tables without a schema', () => {
  test.each([
    ['select 1 from item', ['item']],
    ['select 1 from ledger.item i join account on true', ['account']],
    ['select 1 from ledger.item a, account b where a.x in (1, 2)', ['account']],
    ['insert into item (id, note) values (1, 2)', ['item']],
    ['update item set x = 1', ['item']],
    ['delete from ledger.item using account', ['account']],
    ['select 1 from (select 1 from item) as x', ['item']],
    ['merge into item using source on true', ['item', 'source']],
    ['truncate table item', ['item']],
  ])('%s', (text, bare) => {
    expect(readSql(text).bare).toEqual(bare);
  });

  test.each([
    `select extract(day from i.due_on), substring(note from 1) from ledger.item i`,
    `select 1 from generate_series(1, 3) n, unnest(¤::uuid[]) as t (id)`,
    `select 1 where a is distinct from b`,
    `insert into ledger.item (id) values (1) on conflict (id) do update set id = 2`,
    `select 1 from ledger.item i for update of i`,
    `select 1 from ¤ x`,
    `select 1 from ledger.item a join ledger.item b using (id)`,
    `select 'from item', "from" -- from item\n /* join item */ from ledger.item`,
    `select 1 from lateral (select 2) x order by a, b`,
    `select count(*) filter (where a = any(¤)) from ledger.item i cross join lateral f(i.id) g`,
  ])('are none in: %s', (text) => {
    expect(readSql(text).bare).toEqual([]);
  });
});

test('common table expressions are names of the text itself', () => {
  const named = readSql(`
    with recursive line (id) as (select 1 from ledger.line),
         picked as not materialized (select 2 from line)
    select id, 3 as other from picked`);
  expect(named.defined).toEqual(['line', 'picked']);
  expect(named.bare).toEqual(['line', 'picked']);
});

test('names with a schema are found wherever they stand', () => {
  const named = readSql('select cash.open_of(i.id) from Ledger . item i');
  expect(named.qualified).toEqual(['cash.open_of', 'i.id', 'ledger.item']);
});
