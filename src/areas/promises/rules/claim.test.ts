import { describe, expect, test } from 'vitest';
import { composeId, type Id } from '#kernel/ids.ts';
import { currency, money } from '#kernel/money.ts';
import { claim, type OpenPromise } from './claim.ts';

const usd = (whole: number) => money(BigInt(whole) * 100n, currency('USD'));
const id = (number: number): Id => composeId(1, 0, 0, number);
const [invoiceA, invoiceB] = [id(901), id(902)];
const open = (number: number, outstanding: number, ...itemIds: Id[]): OpenPromise => ({
  id: id(number),
  outstanding: usd(outstanding),
  itemIds,
});

describe('a promise of $600 where $1,000 is open', () => {
  test.each`
    before                      | itemIds       | supersedes | answer
    ${[]}                       | ${[]}         | ${[]}      | ${'accepted'}
    ${[open(1, 400)]}           | ${[]}         | ${[]}      | ${'accepted'}
    ${[open(1, 401)]}           | ${[]}         | ${[]}      | ${'promise.promised_already'}
    ${[open(1, 401)]}           | ${[]}         | ${[id(1)]} | ${'accepted'}
    ${[open(1, 401, invoiceA)]} | ${[invoiceB]} | ${[]}      | ${'accepted'}
    ${[open(1, 401, invoiceA)]} | ${[invoiceA]} | ${[]}      | ${'promise.promised_already'}
    ${[open(1, 401)]}           | ${[invoiceA]} | ${[]}      | ${'promise.promised_already'}
    ${[open(1, 401)]}           | ${[]}         | ${[id(2)]} | ${'promise.no_such_promise'}
  `('after $before.length others, replacing $supersedes, is $answer', (row) => {
    const { before, itemIds, supersedes, answer } = row;
    const outcome = claim({ amount: usd(600), itemIds, supersedes }, usd(1000), before);
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });
});

test('a promise in another currency is another matter', () => {
  const euros = { ...open(1, 0), outstanding: money(100_000n, 'EUR') };
  const wish = { amount: usd(600), itemIds: [], supersedes: [] };
  expect(claim(wish, usd(1000), [euros]).ok).toBe(true);
});
