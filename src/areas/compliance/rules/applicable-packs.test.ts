/** Which packs bind, by who collects from whom, what, where and how. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { type Debt, applicablePacks } from './applicable-packs.ts';

const consumer: Debt = {
  actor: 'first_party',
  obligor: 'natural_person',
  guarantor: 'none',
  purpose: 'consumer',
  state: 'MA',
  city: undefined,
  isInCollection: true,
  technology: 'manual',
  totalWithCreditor: undefined,
  enteredOn: undefined,
  on: day('2026-11-21'),
};
const trade: Debt = { ...consumer, obligor: 'entity', purpose: 'commercial', state: 'CA' };
const dollars = (amount: bigint) => money(amount * 100n, currency('USD'));

test.each<[says: string, debt: Debt, ids: readonly string[]]>([
  ['a creditor in Massachusetts', consumer, ['US-MA-940CMR7', 'US.STAY']],
  [
    'a hired collector in Massachusetts',
    { ...consumer, actor: 'third_party' },
    ['US-FED-REGF', 'US.STAY'],
  ],
  [
    'a hired collector with a recorded voice in Texas',
    { ...consumer, actor: 'third_party', state: 'TX', technology: 'prerecorded' },
    ['US-FED-REGF', 'US-TCPA', 'US-TX-392', 'US.STAY'],
  ],
  ['New York City', { ...consumer, state: 'NY', city: 'New York' }, ['US-NYC-5-77', 'US.STAY']],
  ['Brooklyn is in it', { ...consumer, state: 'NY', city: 'Brooklyn' }, ['US-NYC-5-77', 'US.STAY']],
  [
    'what is only serviced there is not',
    { ...consumer, state: 'NY', city: 'New York', isInCollection: false },
    ['US.STAY'],
  ],
  ['Albany is not', { ...consumer, state: 'NY', city: 'Albany' }, ['US.STAY']],
  ['nor is Brooklyn in Ohio', { ...consumer, state: 'OH', city: 'Brooklyn' }, ['US.STAY']],
  [
    'New York City before its rule',
    { ...consumer, state: 'NY', city: 'NYC', on: day('2026-08-31') },
    ['US.STAY'],
  ],
  ['a company', trade, ['POLICY-B2B', 'US.STAY']],
  [
    'a person who guarantees a company’s debt in California',
    { ...trade, guarantor: 'natural_person', totalWithCreditor: dollars(500_000n) },
    ['POLICY-B2B', 'US-CA-ROSENTHAL-COMMERCIAL', 'US.STAY'],
  ],
  [
    'more than half a million is not covered',
    { ...trade, obligor: 'natural_person', totalWithCreditor: dollars(650_000n) },
    ['POLICY-B2B', 'US.STAY'],
  ],
  [
    'nor what was entered before July 2025',
    { ...trade, obligor: 'natural_person', enteredOn: day('2025-06-30') },
    ['POLICY-B2B', 'US.STAY'],
  ],
])('%s', (_, debt, ids) => {
  expect(applicablePacks(debt)).toEqual(ids);
});
