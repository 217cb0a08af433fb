import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { acceptPlacement } from './placing.ts';

const usd = (cents: bigint) => money(cents, currency('USD'));

test.each`
  amount  | owed    | standing               | answer
  ${100n} | ${100n} | ${undefined}           | ${'accepted'}
  ${101n} | ${100n} | ${undefined}           | ${'write_offs.placed_beyond_owed'}
  ${0n}   | ${100n} | ${undefined}           | ${'write_offs.nothing_to_place'}
  ${100n} | ${100n} | ${{ agency: 'Heron' }} | ${'write_offs.placed_already'}
`('$amount of $owed placed: $answer', ({ amount, owed, standing, answer }) => {
  const outcome = acceptPlacement(usd(amount), usd(owed), standing);
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});
