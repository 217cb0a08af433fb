import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { approvalRefusal } from './decide.ts';

test.each`
  kind           | approver | role            | cents          | refusal
  ${'write_off'} | ${'u2'}  | ${'supervisor'} | ${50_000n}     | ${undefined}
  ${'write_off'} | ${'u2'}  | ${'supervisor'} | ${50_001n}     | ${'over_limit'}
  ${'write_off'} | ${'u2'}  | ${'controller'} | ${500_000n}    | ${undefined}
  ${'refund'}    | ${'u2'}  | ${'supervisor'} | ${100_000n}    | ${undefined}
  ${'refund'}    | ${'u2'}  | ${'controller'} | ${1_000_001n}  | ${'over_limit'}
  ${'refund'}    | ${'u2'}  | ${'cfo'}        | ${99_000_000n} | ${undefined}
  ${'refund'}    | ${'u1'}  | ${'cfo'}        | ${1n}          | ${'self_approval'}
  ${'refund'}    | ${'u2'}  | ${'collector'}  | ${1n}          | ${'over_limit'}
  ${'else'}      | ${'u1'}  | ${'cfo'}        | ${1n}          | ${'self_approval'}
  ${'else'}      | ${'u2'}  | ${'cfo'}        | ${1n}          | ${'unknown_kind'}
`('$kind of $cents by $approver as $role: $refusal', ({ kind, approver, role, cents, refusal }) => {
  const amount = money(cents, currency('USD'));
  expect(approvalRefusal({ kind, requestedBy: 'u1', approver, role, amount })).toBe(refusal);
});
