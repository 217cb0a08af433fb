import { describe, expect, test } from 'vitest';
import { fixedColumns, strangeColumns } from './fixed-columns.ts';
import { preset } from './presets/preset.ts';

const columns = ['Doc', 'Who', 'Extra'];
const known = preset(
  'items',
  { name: 'x', signature: [] },
  { doc: 'number', who: 'customerNumber' },
);

function fields(mapping: Record<string, string> | undefined, withPreset: boolean): string[] {
  const { choices } = fixedColumns(columns, 'items', withPreset ? known : undefined, { mapping });
  return choices.map((choice) => `${choice.column} ${choice.field ?? '-'} ${choice.reason}`);
}

describe('what is known beforehand', () => {
  test('a preset settles every column, those it does not read too', () => {
    expect(fields(undefined, true)).toEqual([
      'Doc number preset',
      'Who customerNumber preset',
      'Extra - left_out',
    ]);
  });

  test('a person wins over the preset', () => {
    expect(fields({ number: 'Extra' }, true)).toEqual([
      'Extra number chosen',
      'Doc - left_out',
      'Who customerNumber preset',
    ]);
  });

  test('an empty name takes a field away', () => {
    expect(fields({ customerNumber: '' }, true)).toContain('Who - left_out');
  });

  test('columns are found by their plain name as well', () => {
    expect(fields({ number: ' doc ' }, false)).toEqual(['Doc number chosen']);
  });

  test('a field of another kind is no field here', () => {
    expect(fields({ creditLimit: 'Doc' }, false)).toEqual([]);
  });
});

test('columns that the file does not have are named', () => {
  expect(strangeColumns(columns, { mapping: { number: 'doc', dueOn: 'Due', tax: '' } })).toEqual([
    'Due',
  ]);
});
