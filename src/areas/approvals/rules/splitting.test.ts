import { expect, test } from 'vitest';
import { approvalKinds } from './authority.ts';
import { countsTogether } from './splitting.ts';

test('requests count together where money leaves or a debt is given up, and nowhere else', () => {
  expect(approvalKinds.filter(countsTogether)).toEqual([
    'write_off',
    'refund',
    'credit_memo',
    'waiver',
    'settlement',
  ]);
});
