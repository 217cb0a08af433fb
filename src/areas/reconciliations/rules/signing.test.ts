import { expect, test } from 'vitest';
import { mayPrepare, mayReview } from './signing.ts';

test.each`
  preparer | compared | open | answer
  ${null}  | ${true}  | ${0} | ${'accepted'}
  ${null}  | ${true}  | ${2} | ${'reconciliation.differences_open'}
  ${null}  | ${false} | ${0} | ${'reconciliation.nothing_compared'}
  ${'me'}  | ${true}  | ${0} | ${'reconciliation.signed_already'}
`('prepared by $preparer, $open open: $answer', ({ preparer, compared, open, answer }) => {
  const outcome = mayPrepare({ preparer, reviewer: null }, { compared, open });
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});

test.each`
  preparer | reviewer  | answer
  ${null}  | ${null}   | ${'reconciliation.not_prepared'}
  ${'me'}  | ${null}   | ${'reconciliation.own_work'}
  ${'ana'} | ${null}   | ${'accepted'}
  ${'ana'} | ${'otto'} | ${'reconciliation.signed_already'}
`('reviewed after $preparer and $reviewer: $answer', ({ preparer, reviewer, answer }) => {
  const outcome = mayReview({ preparer, reviewer }, 'me');
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});
