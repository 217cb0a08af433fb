import { describe, expect, test } from 'vitest';
import { workbookOf } from '#test/support/zip.ts';
import { openXlsx } from './open-xlsx.ts';
import { writeWorkbook } from './write-xlsx.ts';

const columns = [
  { header: 'Account', kind: 'text' },
  { header: 'Due', kind: 'day' },
  { header: 'Amount', kind: 'amount' },
] as const;

async function workbook(...names: string[]): Promise<Uint8Array> {
  const rows = [['C1', '2020-03-30', '8734.71']];
  return writeWorkbook(names.map((name) => ({ name, title: [], columns, rows })));
}

test('the first sheet that holds anything is opened, dates as dates', async () => {
  const outcome = await openXlsx(await workbook('Items', 'More'));
  expect(outcome).toEqual({
    ok: true,
    value: {
      name: 'Items',
      rows: [
        { line: 1, cells: ['Account', 'Due', 'Amount'] },
        { line: 2, cells: ['C1', { time: Date.UTC(2020, 2, 30) }, 8734.71] },
      ],
    },
  });
});

test('a sheet is found by its name; one that is missing is refused', async () => {
  const bytes = await workbook('Items', 'More');
  const more = await openXlsx(bytes, 'More');
  expect(more.ok && more.value.name).toBe('More');
  expect(await openXlsx(bytes, 'Less')).toEqual({
    ok: false,
    refusal: 'read.no_such_sheet',
    facts: { sheet: 'Less', sheets: 'Items, More' },
  });
});

describe('a workbook with tricks', () => {
  test('entities of its own are never expanded', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&lt;</t></is></c></row>';
    const outcome = await openXlsx(workbookOf(cell, bomb));
    expect(outcome.ok && outcome.value.rows).toEqual([{ line: 1, cells: ['&b;<'] }]);
  });

  test('a sheet that is enormous once laid out is refused', async () => {
    const row = '<row r="1"><c r="XFD1"><v>1</v></c></row>';
    expect(await openXlsx(workbookOf(row), undefined, 16_383)).toMatchObject({
      refusal: 'read.too_large',
    });
    expect(await openXlsx(workbookOf(row), undefined, 16_384)).toMatchObject({ ok: true });
  });

  test('a torn one is refused with the reason, wherever it is torn', async () => {
    const bytes = await workbook('Items');
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        const torn = Uint8Array.from(bytes);
        torn.fill(0x5a, at * 60, at * 60 + 25);
        return openXlsx(at === 0 ? bytes.subarray(0, bytes.length - 30) : torn);
      }),
    );
    const refusals = outcomes.filter((outcome) => !outcome.ok).map((outcome) => outcome.refusal);
    expect(refusals.length).toBeGreaterThan(10);
    expect(new Set(refusals)).toEqual(new Set(['read.damaged_workbook']));
  });
});
