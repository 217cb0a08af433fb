import { expect, test } from 'vitest';
import { usd } from '#test/support/builders.ts';
import { mayGiveUp } from './authority.ts';

test.each`
  alone    | who          | dual     | answer
  ${true}  | ${'manager'} | ${false} | ${'accepted'}
  ${false} | ${'manager'} | ${false} | ${'manager'}
  ${false} | ${'cfo'}     | ${true}  | ${'nobody'}
  ${false} | ${null}      | ${false} | ${'nobody'}
`('alone $alone, by $who, two persons $dual: $answer', ({ alone, who, dual, answer }) => {
  const outcome = mayGiveUp(usd('500'), { alone, who, dual });
  const told = outcome.ok ? ['accepted'] : Object.values(outcome.facts);
  expect(told).toEqual(answer === 'accepted' ? [answer] : ['500.00', answer, 30]);
});
