import { expect, test } from 'vitest';
import { type Person, addresseeOf } from './to-whom.ts';

function person(role: string, email: string | null, phone: string | null = null): Person {
  return { contactId: role, role, name: role, email, phone, language: 'en' };
}
const people = [
  person('other', 'other@north.example'),
  person('accounts_payable', 'ap@north.example', '+12025550100'),
  person('executive', null, '+12025550101'),
];

test.each([
  ['billing', 'email', 'accounts_payable'],
  ['executive', 'call', 'executive'],
  ['executive', 'email', 'accounts_payable'],
  ['executive', 'letter', 'executive'],
  ['guarantor', 'call', 'accounts_payable'],
] as const)('for %s by %s it is %s', (to, act, who) => {
  expect(addresseeOf(people, to, act)?.person?.role).toBe(who);
});

test('a letter needs nobody; other channels need an address', () => {
  expect(addresseeOf([], 'billing', 'letter')).toEqual({ person: null, address: '' });
  expect(addresseeOf([person('other', 'a@b.example')], 'billing', 'call')).toBeNull();
});
