import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { methodFor, originOf } from './origin.ts';

const credit = {
  kind: 'receipt',
  amount: 500n,
  open: 500n,
  on: day('2026-11-10'),
  method: 'check',
  twins: [],
  isTitleIv: false,
};

test.each([
  [{}, 'unapplied'],
  [{ open: 200n }, 'overpayment'],
  [{ twins: [day('2026-11-20')] }, 'duplicate'],
  [{ twins: [day('2026-11-21')] }, 'unapplied'],
  [{ kind: 'credit_memo' }, 'credit_memo'],
  [{ method: 'card', open: 200n }, 'card'],
  [{ isTitleIv: true }, 'title_iv'],
])('%o is %s', (more, origin) => {
  expect(originOf({ ...credit, ...more })).toBe(origin);
});

test.each`
  came         | bank         | goes
  ${'card'}    | ${'ach'}     | ${'card'}
  ${'check'}   | ${'ach'}     | ${'check'}
  ${'ach'}     | ${'ach'}     | ${'ach'}
  ${'ach'}     | ${undefined} | ${'check'}
  ${'wire'}    | ${'iban'}    | ${'iban'}
  ${undefined} | ${undefined} | ${'check'}
`('what came by $came goes back by $goes', ({ came, bank, goes }) => {
  expect(methodFor({ method: came }, bank)).toBe(goes);
});
