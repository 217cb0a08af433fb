/** Where a promotion stands decides what the message is. */
import { expect, test } from 'vitest';
import { classifyEmail } from './email-class.ts';

test.each`
  subject                          | begins               | promotion | answer
  ${'Statement of account 10045'}  | ${'account_balance'} | ${false}  | ${'transactional'}
  ${'Statement of account 10045'}  | ${'account_balance'} | ${true}   | ${'transactional'}
  ${'Statement of account 10045'}  | ${'promotion'}       | ${true}   | ${'commercial'}
  ${'20% off your next order'}     | ${'account_balance'} | ${true}   | ${'commercial'}
  ${'Su estado de cuenta: oferta'} | ${'account_balance'} | ${true}   | ${'commercial'}
`('"$subject" that begins with $begins is $answer', ({ subject, begins, promotion, answer }) => {
  const facts = { subject, bodyStartsWith: begins, containsPromotion: promotion };
  const found = classifyEmail(facts);
  expect(found.class).toBe(answer);
  expect(found.unsubscribeRequired).toBe(answer === 'commercial');
});
