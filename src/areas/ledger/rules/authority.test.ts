import { describe, expect, test } from 'vitest';
import { usd } from '#test/support/builders.ts';
import { mayWriteOff } from './authority.ts';
import { standardPolicy } from './policy.ts';

describe('who may write off', () => {
  test.each`
    amount         | before      | roles                      | answer
    ${'500.00'}    | ${'0'}      | ${['manager']}             | ${'accepted'}
    ${'500.01'}    | ${'0'}      | ${['manager']}             | ${'controller'}
    ${'300.00'}    | ${'200.01'} | ${['manager']}             | ${'controller'}
    ${'5000.00'}   | ${'0'}      | ${['controller']}          | ${'accepted'}
    ${'5000.01'}   | ${'0'}      | ${['controller']}          | ${'cfo'}
    ${'999999.99'} | ${'0'}      | ${['cfo']}                 | ${'accepted'}
    ${'5000.01'}   | ${'0'}      | ${['manager', 'cfo']}      | ${'accepted'}
    ${'0.01'}      | ${'0'}      | ${['collector', 'poster']} | ${'manager'}
    ${'0.01'}      | ${'0'}      | ${[]}                      | ${'manager'}
  `('$amount after $before by $roles: $answer', ({ amount, before, roles, answer }) => {
    const outcome = mayWriteOff(usd(amount), usd(before), roles, standardPolicy.writeOff);
    expect(outcome.ok ? 'accepted' : outcome.facts['who']).toBe(answer);
  });

  test('nobody, where the policy gives nobody enough', () => {
    const policy = { limits: [{ role: 'manager', upTo: '10' }], togetherDays: 30 };
    const outcome = mayWriteOff(usd('11'), usd('0'), ['manager'], policy);
    expect(outcome).toMatchObject({ refusal: 'ledger.beyond_authority', facts: { who: 'nobody' } });
  });
});
