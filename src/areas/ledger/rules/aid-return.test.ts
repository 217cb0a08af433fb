import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, written } from '#test/support/ledger-items.ts';
import { aidReturnPosting } from './aid-return.ts';

test('aid that goes back is owed by the student, and by us to the Department', () => {
  const on = day('2026-10-20');
  const { posting, item } = aidReturnPosting(
    { amount: money(56_243n, 'USD'), base: 56_243n, programme: 'pell', on },
    { accountId: anId(), effectiveOn: on },
    anId,
  );
  expect(posting.lines.map(written)).toEqual(['ar/refunds-payable 56243 56243']);
  expect(item).toMatchObject({ kind: 'debit_memo', side: 'debit', number: 'AID-PELL-2026-10-20' });
});
