import { expect, test } from 'vitest';
import { standardMapping } from '#formats/posting-file/mapped-csv.ts';
import { readColumns, writeColumns } from './columns.ts';

test('what is written down is read back equal', () => {
  const columns = [...standardMapping.columns, { title: 'Ledger', text: 'AR=1' }];
  expect(readColumns(`${writeColumns(columns)}\n\n`)).toEqual({ ok: true, value: columns });
});

test.each(['Key = key\nDate = dai', 'Key = key\nDate', 'Key = key\n= on'])(
  'a row that names no field is refused: %j',
  (text) => {
    expect(readColumns(text)).toMatchObject({
      refusal: 'cash.column_unreadable',
      facts: { row: 2 },
    });
  },
);
