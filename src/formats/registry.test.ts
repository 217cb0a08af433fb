import { describe, expect, test } from 'vitest';
import { openXlsx } from '#platform/files/open-xlsx.ts';
import { workbookOf, zipOf } from '#test/support/zip.ts';
import { readTable } from './registry.ts';

test('separated text becomes a table', async () => {
  const outcome = await readTable(Buffer.from('a,b\n1.00,2\n'), openXlsx);
  expect(outcome.ok && outcome.value.format).toBe('csv');
});

test('a workbook becomes a table', async () => {
  const row = (cells: string[]): string =>
    `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
  const bytes = workbookOf(row(['Customer', 'Amount']) + row(['C1', '5.00']));
  const outcome = await readTable(bytes, openXlsx);
  expect(outcome.ok && outcome.value).toMatchObject({
    format: 'xlsx',
    sheet: 'Open items',
    columns: ['Customer', 'Amount'],
    rows: [{ line: 2, cells: ['C1', '5.00'] }],
  });
});

describe('what holds no table is refused by name', () => {
  test.each([
    ['%PDF-1.7', 'pdf'],
    ['', 'empty'],
    ['{"a": 1}', 'json'],
  ])('%j', async (text, found) => {
    expect(await readTable(Buffer.from(text), openXlsx)).toEqual({
      ok: false,
      refusal: 'read.unknown_format',
      facts: { found },
    });
  });
});

describe('a workbook that would fill the machine is refused before it is unpacked', () => {
  test.each([
    ['one that says so', 2_000_000_000],
    ['one that hides its size', 0],
  ])('%s', async (_, claimed) => {
    const bytes = zipOf([
      { name: '[Content_Types].xml', text: '<Types/>' },
      { name: 'xl/workbook.xml', text: '<workbook/>', claimed },
    ]);
    expect(await readTable(bytes, openXlsx)).toMatchObject({ refusal: 'read.too_large' });
  });
});
