import { expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { mayAct } from './time-barred.ts';

test.each`
  third    | age      | act                | allowed
  ${true}  | ${'3.1'} | ${'threaten_suit'} | ${false}
  ${true}  | ${'4'}   | ${'sue'}           | ${false}
  ${true}  | ${'4'}   | ${'letter'}        | ${true}
  ${true}  | ${'3.0'} | ${'sue'}           | ${true}
  ${false} | ${'4'}   | ${'sue'}           | ${true}
`('third party $third, $age years: $act is $allowed', ({ third, age, act, allowed }) => {
  const limitationYears = decimal('3');
  expect(mayAct({ isThirdParty: third, act, ageYears: decimal(age), limitationYears })).toBe(
    allowed,
  );
});
