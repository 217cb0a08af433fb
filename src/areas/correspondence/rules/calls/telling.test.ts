import { expect, test } from 'vitest';
import { type CallerRelation, isVerified, mayBeTold } from './telling.ts';

const known = { onFile: true, verified: true, authorised: false };

test.each<[string, CallerRelation, Partial<typeof known>, string]>([
  ['trade', 'accounts_payable', {}, 'own'],
  ['trade', 'accounts_payable', { verified: false }, 'call.not_verified'],
  ['trade', 'other', { onFile: false }, 'call.not_on_file'],
  ['trade', 'attorney', {}, 'call.attorney_only'],
  ['student', 'student', {}, 'own'],
  ['student', 'parent', {}, 'call.ferpa'],
  ['student', 'parent', { authorised: true }, 'authorised'],
  ['student', 'parent', { authorised: true, verified: false }, 'call.not_verified'],
  ['student', 'guarantor', {}, 'guarantor'],
  ['student', 'spouse', {}, 'call.ferpa'],
  ['consumer', 'owner', {}, 'own'],
  ['consumer', 'spouse', {}, 'own'],
  ['consumer', 'parent', {}, 'call.third_party'],
  ['consumer', 'stranger', { onFile: false }, 'call.not_on_file'],
  ['consumer', 'attorney', { authorised: true }, 'authorised'],
])('of a %s account, to the %s (%j): %s', (kind, relation, part, answer) => {
  const telling = mayBeTold(kind, { ...known, ...part, relation });
  expect(telling.told ? telling.because : telling.refusal).toBe(answer);
});

const right = (check: 'account' | 'invoice' | 'email') => ({ check, right: true });

test('two right answers verify a caller, one does not, nor the same one twice', () => {
  expect(isVerified([right('account'), right('invoice')])).toBe(true);
  expect(isVerified([right('account')])).toBe(false);
  expect(isVerified([right('account'), right('account')])).toBe(false);
  expect(isVerified([])).toBe(false);
});

test('a wrong answer needs one more that is right', () => {
  const wrong = { check: 'amount', right: false } as const;
  expect(isVerified([right('account'), right('invoice'), wrong])).toBe(false);
  expect(isVerified([right('account'), right('invoice'), wrong, right('email')])).toBe(true);
});
