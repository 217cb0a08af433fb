import { expect, test } from 'vitest';
import { contactRoleOf } from './contact-role.ts';

test.each([
  ['Accounts Payable', 'accounts_payable'],
  ['AP clerk', 'accounts_payable'],
  ['Cuentas por pagar', 'accounts_payable'],
  ['CFO', 'executive'],
  ['Abogada', 'attorney'],
  ['Warehouse', 'other'],
])('%s is %s', (title, role) => {
  expect(contactRoleOf(title)).toBe(role);
});
