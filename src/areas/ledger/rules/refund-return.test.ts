import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, credit, written } from '#test/support/ledger-items.ts';
import { stateOf } from './posting.ts';
import { refundPosting } from './refunding.ts';
import { returnRefund } from './refund-return.ts';

function paid() {
  const held = credit({ cents: 200n, base: 250n, currency: 'EUR', number: 'CM-1' });
  const paidOn = day('2026-07-10');
  const wish = { accountId: anId(), amount: money(200n, 'EUR'), base: 242n, paidOn };
  const made = refundPosting(held, { ...wish, method: 'check', reference: '' }, anId);
  if (!made.ok) throw new Error(made.refusal);
  const { posting, item } = made.value;
  const [line] = posting.lines;
  const [application] = posting.applications;
  if (!line || !application) throw new Error('a line and an application');
  const refund = { ...stateOf(item, paidOn), open: 0n, openBase: 0n };
  const standing = [
    {
      application: { ...application, effectiveOn: paidOn, entryId: posting.entryId },
      debit: refund,
    },
  ];
  return { refund, entryId: posting.entryId, line, standing };
}

const head = { accountId: anId(), effectiveOn: day('2026-08-01') };

test('what came back is the customer’s again, with its difference of rates', () => {
  const back = returnRefund(paid(), head, anId);
  if (!back.ok) throw new Error(back.refusal);
  const { posting, item } = back.value;
  expect(posting.lines.map(written)).toEqual(['cash-clearing/ar 200 242', 'fx-realised/ar 0 8']);
  expect(item).toMatchObject({ kind: 'reversal', side: 'credit', number: 'REV-RFND-CM-1' });
  expect(posting.applications.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['refund', -200n],
    ['reversal', 200n],
  ]);
});

test('it comes back once, and not before it went', () => {
  expect(returnRefund({ ...paid(), standing: [] }, head, anId)).toMatchObject({
    refusal: 'ledger.already_returned',
  });
  const early = { ...head, effectiveOn: day('2026-07-09') };
  expect(returnRefund(paid(), early, anId)).toMatchObject({ refusal: 'ledger.before_item' });
  const { refund, ...rest } = paid();
  const other = { ...rest, refund: { ...refund, kind: 'invoice' as const } };
  expect(returnRefund(other, head, anId)).toMatchObject({ refusal: 'ledger.not_a_refund' });
});
