import { expect, test } from 'vitest';
import { differences } from './match.ts';

const debit = { account: 'Cash', side: 'debit', amount: '5.00' };
const credit = { account: 'AR', side: 'credit', amount: '5.00' };
const half = { account: 'AR', side: 'credit', amount: '2.50' };

test.each`
  answer                        | expected                          | entries      | count | why
  ${{ a: '1', b: 2 }}           | ${{ a: '1' }}                     | ${[]}        | ${0}  | ${'further keys are free'}
  ${{ a: '1' }}                 | ${{ a: 1 }}                       | ${[]}        | ${1}  | ${'a string is no number'}
  ${{ a: '1.0' }}               | ${{ a: '1.00' }}                  | ${[]}        | ${1}  | ${'decimals count'}
  ${{}}                         | ${{ a: '1', b: null }}            | ${[]}        | ${2}  | ${'a missing key is not null'}
  ${{ a: null }}                | ${{ a: null }}                    | ${[]}        | ${0}  | ${'null is an answer'}
  ${{ a: { b: 1, c: 2 } }}      | ${{ a: { b: 1 } }}                | ${[]}        | ${1}  | ${'below the top all keys count'}
  ${{ a: [1, 2] }}              | ${{ a: [2, 1] }}                  | ${[]}        | ${1}  | ${'lists have an order'}
  ${{ lines: [debit, credit] }} | ${{ lines: [credit, debit] }}     | ${['lines']} | ${0}  | ${'an entry has none'}
  ${{ lines: [debit, credit] }} | ${{ lines: [half, debit, half] }} | ${['lines']} | ${0}  | ${'two lines of an account add up'}
  ${{ lines: [debit, debit] }}  | ${{ lines: [debit, credit] }}     | ${['lines']} | ${1}  | ${'each line counts once'}
  ${{ lines: [debit] }}         | ${{ lines: [debit, debit] }}      | ${['lines']} | ${1}  | ${'a line is missing'}
  ${{ lines: [debit, credit] }} | ${{ lines: [debit] }}             | ${['lines']} | ${1}  | ${'a line too many'}
`('$why', ({ answer, expected, entries, count }) => {
  expect(differences(answer, expected, entries)).toHaveLength(count);
});
