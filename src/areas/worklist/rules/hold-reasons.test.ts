import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';
import { orderHeld } from './hold-reasons.ts';

test.each`
  orders | alerts | sentence
  ${1}   | ${0}   | ${'1 order waits since Nov 17, 2026'}
  ${3}   | ${0}   | ${'3 orders wait since Nov 17, 2026'}
  ${2}   | ${1}   | ${'1 order has shipped and is not covered any more'}
`('$orders and $alerts: $sentence', ({ orders, alerts, sentence }) => {
  const [reason] = orderHeld({ holds: { orders, alerts, since: day('2026-11-17') } });
  expect(reason && say(words, reason.phrase, reason.facts, 'en')).toBe(sentence);
});

test('without one there is nothing to say', () => {
  expect(orderHeld({ holds: null })).toEqual([]);
});
