/** What the feed understands of $filter, $apply and the other options. */
import { describe, expect, test } from 'vitest';
import { openItems } from '../catalogue/money-owed.ts';
import { readApply } from './apply-expression.ts';
import { readFilterExpression } from './filter-expression.ts';
import { metadataJson, metadataXml } from './metadata.ts';
import { readRequest } from './request.ts';
import { tokensOf } from './tokens.ts';

describe('a filter', () => {
  test.each([
    ["number eq 'O''2'", { column: 'number', is: 'eq', values: ["O'2"] }],
    ['1000.50 lt open', { column: 'open', is: 'gt', values: ['1000.50'] }],
    ['dueOn ge 2026-11-01', { column: 'dueOn', is: 'ge', values: ['2026-11-01'] }],
    ['disputed', { column: 'disputed', is: 'eq', values: ['true'] }],
    ['collector eq null', { column: 'collector', is: 'empty' }],
    ['collector ne null', { column: 'collector', is: 'filled' }],
    ['collector gt null', { any: [] }],
    ["kind in ('invoice','charge')", { column: 'kind', is: 'in', values: ['invoice', 'charge'] }],
    [
      "contains(tolower(name),'acme') eq true",
      { column: 'name', is: 'contains', values: ['acme'], exact: false },
    ],
    [
      "startswith(number,'I') or not (open gt 5 and endswith(name,'o'))",
      {
        any: [
          { column: 'number', is: 'starts', values: ['I'], exact: true },
          {
            not: {
              all: [
                { column: 'open', is: 'gt', values: ['5'] },
                { column: 'name', is: 'ends', values: ['o'], exact: true },
              ],
            },
          },
        ],
      },
    ],
  ])('%s is read', (expression, tree) => {
    expect(readFilterExpression(expression)).toEqual({ ok: true, value: tree });
  });

  test.each([
    ['open gt', 'odata.not_understood'],
    ['(open gt 5', 'odata.not_understood'],
    ['open gt 5 5', 'odata.not_understood'],
    ["name eq 'x", 'odata.not_understood'],
    ['open gt debt', 'odata.not_supported'],
    ['year(dueOn) eq 2026', 'odata.not_supported'],
    [`${'('.repeat(200)}open gt 5${')'.repeat(200)}`, 'odata.not_understood'],
    ['open ; drop', 'odata.not_understood'],
  ])('%s is refused', (expression, refusal) => {
    expect(readFilterExpression(expression)).toMatchObject({ ok: false, refusal });
  });
});

test('sums are asked for by $apply', () => {
  const read = readApply(
    'filter(open gt 5)/groupby((company,currency),aggregate(open with sum as total,$count as n))',
  );
  expect(read).toEqual({
    ok: true,
    value: {
      filters: [{ column: 'open', is: 'gt', values: ['5'] }],
      groups: [{ column: 'company' }, { column: 'currency' }],
      measures: [
        { kind: 'sum', column: 'open', as: 'total' },
        { kind: 'count', as: 'n' },
      ],
    },
  });
  expect(readApply('expand(x)')).toMatchObject({ refusal: 'odata.not_supported' });
  expect(readApply('aggregate(open with median as m)')).toMatchObject({ ok: false });
});

test('an option that is not answered is refused by name, never passed over', () => {
  const refused = (options: Record<string, string>) => readRequest(openItems, options);
  expect(refused({ $expand: 'x' })).toMatchObject({ facts: { field: '$expand=x' } });
  expect(refused({ $top: '-1' })).toMatchObject({ refusal: 'odata.bad_number' });
  expect(refused({ $count: 'yes' })).toMatchObject({ refusal: 'odata.not_understood' });
  expect(refused({ $orderby: 'open sideways' })).toMatchObject({
    value: { question: { sort: [{ by: 'open sideways' }] } },
  });
  expect(refused({ $select: 'number, open', $top: '5', $skip: '2' })).toMatchObject({
    value: { top: 5, skip: 2, question: { columns: ['number', 'open'] } },
  });
});

test('a literal keeps its kind', () => {
  const read = tokensOf("'5' 5 2026-11-20 2026-11-20T10:00:00Z dueOn");
  const kinds = read.ok ? read.value.map(({ kind, text }) => `${kind} ${text}`) : [];
  expect(kinds).toEqual([
    'text 5',
    'value 5',
    'value 2026-11-20',
    'value 2026-11-20T10:00:00Z',
    'name dueOn',
  ]);
});

test('the feed describes itself as XML and as JSON', () => {
  const xml = metadataXml([openItems], 'es');
  expect(xml).toContain('<EntityType Name="OpenItemsRow"><Key><PropertyRef Name="accountId"/>');
  expect(xml).toContain('Name="open" Type="Edm.Decimal" Nullable="false" Precision="23" Scale="4"');
  expect(xml).toContain('String="Abierto"');
  expect(metadataJson([openItems], 'en')).toMatchObject({
    Dunlin: { OpenItemsRow: { dueOn: { $Type: 'Edm.Date' }, collector: { $Nullable: true } } },
  });
});
