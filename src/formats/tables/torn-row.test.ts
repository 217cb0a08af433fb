import { expect, test } from 'vitest';
import { readCsv } from '../csv/read.ts';
import { readTableFile } from '../table-readers.ts';
import { tornRowOf } from './torn-row.ts';

const head = 'Batch ID,Settlement Date,Transaction ID,Gross,Fee,Net,Currency\n';
const one = '7,2026-11-18,TX1,100.00,2.00,98.00,USD\n';

function tornAt(text: string): number | undefined {
  return tornRowOf(readCsv(Buffer.from(head + text)));
}

test.each([
  ['whole rows', one + one, undefined],
  ['a last row without its line break', one + one.trimEnd(), undefined],
  ['a last row that breaks off', `${one}7,2026-11-18,TX2,50.00`, 3],
  ['a short last row that ends its line', `${one}7,2026-11-18,TX2,50.00\n`, undefined],
  ['a row of totals', `${one}Total,,,100.00`, undefined],
  ['a writer who leaves empty cells away', `7,2026-11-18\n${one}7,2026-11-18,TX2`, undefined],
  ['words below the table', `${one}End of report`, undefined],
])('%s', (_, text, line) => {
  expect(tornAt(text)).toBe(line);
});

test('a table that broke off keeps its file out, or the row refuses it by its reason', () => {
  const read = (text: string) => readTableFile(readCsv(Buffer.from(head + text)));
  const file = read(`${one}7,2026-11-18,TX2,50.00,1.00,49.00`);
  expect(file.ok && file.value.neutral().controls).toEqual([
    { kind: 'amount', what: 'last_line', record: 3, stated: 'missing', found: '2' },
  ]);
  expect(read(`${one}7,2026-11-18,TX2`)).toMatchObject({
    ok: false,
    facts: { record: 3, reason: 'the file ends in the middle of this row' },
  });
});
