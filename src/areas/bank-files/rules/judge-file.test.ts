import { expect, test } from 'vitest';
import { type NeutralFile, missingEnd } from '#formats/neutral.ts';
import { factsOfNothing, failedAmounts, isTorn, kindsOf } from './judge-file.ts';

const file: NeutralFile = {
  format: 'lockbox',
  statements: [{ account: '1', currency: 'USD', kind: 'notices', transactions: [] }],
  remittances: [{ record: 1, lines: [] }],
  settlements: [],
  controls: [
    { kind: 'count', what: 'checks', record: 4, stated: '3', found: '2' },
    { kind: 'amount', what: 'batch_total', record: 4, stated: '10.00', found: '10.00' },
    { kind: 'amount', what: 'file_total', record: 5, stated: '11.00', found: '10.00' },
  ],
  problems: [],
};

test('amounts that disagree put a file aside, counts do not', () => {
  expect(failedAmounts(file).map(({ what }) => what)).toEqual(['file_total']);
});

test('an end that is missing puts it aside as well, and is told from a figure that differs', () => {
  const torn = { ...file, controls: [missingEnd('closing_balance', 3, '110.00')] };
  expect(failedAmounts(torn).map(isTorn)).toEqual([true]);
  expect(failedAmounts(file).map(isTorn)).toEqual([false]);
});

test('a file is called by what it holds, lines of the bank first', () => {
  expect(kindsOf(file)).toEqual(['bank', 'remittance']);
});

test('a file that holds nothing is called what it is', () => {
  const empty = { ...file, statements: [], remittances: [], settlements: [], problems: [] };
  const facts = { set: '837', control: '0002', verdict: 'R' };
  const refused = { record: 9, code: 'x12.not_accepted', facts };
  expect(factsOfNothing({ ...empty, format: 'x12-810' })).toMatchObject({ what: 'invoice' });
  expect(factsOfNothing({ ...empty, format: 'x12-other' })).toMatchObject({ what: 'other' });
  expect(factsOfNothing({ ...empty, format: 'x12-other', problems: [refused] })).toEqual({
    format: 'x12-other',
    what: 'rejection',
    sets: '837 0002',
  });
});
