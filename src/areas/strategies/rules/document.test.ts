import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { usd } from '#test/support/builders.ts';
import { ladder, stepOn } from '#test/support/strategies.ts';
import { isNotice, minimumIn } from './document.ts';

test('a step has its own minimum, else the document’s, else none', () => {
  const own = stepOn(5, 'l1', 'email', { minimum: [usd('10')] });
  expect(minimumIn(ladder, own, currency('USD'))).toEqual(usd('10'));
  expect(minimumIn(ladder, stepOn(5, 'l1'), currency('USD'))).toEqual(usd('50'));
  expect(minimumIn(ladder, stepOn(5, 'l1'), currency('EUR'))).toBeUndefined();
});

test.each([
  ['email', true],
  ['call', true],
  ['escalate', false],
  ['propose_hold', false],
] as const)('whether %s is a notice to the customer: %s', (act, notice) => {
  expect(isNotice(stepOn(5, 'l1', act))).toBe(notice);
});
