import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { controlDifference, mayPost } from './control.ts';

const usd = (minor: bigint) => money(minor, 'USD');
const control = { count: 2, amount: usd(300n) };

test.each`
  amounts               | state       | answer
  ${[100n, 200n]}       | ${'open'}   | ${'accepted'}
  ${[100n, 201n]}       | ${'open'}   | ${'cash.control_differs 0 0.01 USD'}
  ${[300n]}             | ${'open'}   | ${'cash.control_differs -1 0.00 USD'}
  ${[]}                 | ${'open'}   | ${'cash.control_differs -2 -3.00 USD'}
  ${[100n, 100n, 100n]} | ${'open'}   | ${'cash.control_differs 1 0.00 USD'}
  ${[100n, 200n]}       | ${'posted'} | ${'cash.batch_not_open posted'}
`('a batch of $amounts that is $state is $answer', ({ amounts, state, answer }) => {
  const outcome = mayPost(state, control, amounts.map(usd));
  const said = outcome.ok ? 'accepted' : [outcome.refusal, ...Object.values(outcome.facts)];
  expect(Array.isArray(said) ? said.join(' ') : said).toBe(answer);
});

test('the difference is what is there less what was counted', () => {
  expect(controlDifference(control, [usd(50n)])).toEqual({ count: -1, amount: usd(-250n) });
});
