import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { customer, openItem, receipt } from '#test/support/matching.ts';
import { openBook } from './book.ts';
import { decide } from './decide.ts';
import { emptyMemory } from './memory.ts';
import { standardMatchingPolicy } from './policy.ts';

const paid = receipt('750', { id: 'paid', bankReference: '091000010000077', text: 'I-1 I-2' });
const back = receipt('0', { id: 'back', amountMinor: -75_000n, text: 'R01 091000010000077' });

/** A book in which the payment of I-1 and I-2 came back; I-3 is of the same amount. */
function book({ returned = true, open = ['I-1', 'I-2'] } = {}) {
  const amounts: Readonly<Record<string, string>> = { 'I-1': '500', 'I-2': '250' };
  const itemIds = ['A/I-1', 'A/I-2'];
  return openBook({
    accounts: [customer('A', 'Acme Tools')],
    openItems: [
      ...open.map((number) => openItem('A', number, amounts[number] ?? '0')),
      openItem('A', 'I-3', '750', { dueOn: day('2026-05-02') }),
    ],
    closedItems: [],
    earlier: [
      { id: 'paid', receipt: paid, accountId: 'A', itemIds, reverses: null },
      ...(returned
        ? [{ id: 'back', receipt: back, accountId: null, itemIds: [], reverses: 'paid' }]
        : []),
    ],
  });
}

const decided = (text: string, told = book()) =>
  decide(receipt('750', { text }), told, emptyMemory, standardMatchingPolicy);

test('a dishonored return pays what the payment had paid', () => {
  const decision = decided('R61 MISROUTED\n091000010000077');
  expect(decision).toMatchObject({ kind: 'posted', unattended: true, payer: { accountId: 'A' } });
  expect(decision.reasons).toMatchObject([{ kind: 'return_dishonored' }]);
  const [best] = decision.proposals;
  expect(best?.allocations.map(({ itemId, cashMinor }) => `${itemId} ${cashMinor}`)).toEqual([
    'A/I-1 50000',
    'A/I-2 25000',
  ]);
  expect(best?.onAccountMinor).toBe(0n);
});

test('what was paid otherwise meanwhile stays on account', () => {
  const [best] = decided('R68 091000010000077', book({ open: ['I-2'] })).proposals;
  expect(best).toMatchObject({ onAccountMinor: 50_000n, allocations: [{ itemId: 'A/I-2' }] });
});

test.each([
  ['without the word of the bank', 'ACH CREDIT 091000010000077', book()],
  ['of another trace', 'R61 091000010000078', book()],
  ['of a payment that never came back', 'R61 091000010000077', book({ returned: false })],
])('%s it is a receipt as any', (_, text, told) => {
  const { reasons } = decided(text, told);
  expect(reasons.some(({ kind }) => kind === 'return_dishonored')).toBe(false);
});
