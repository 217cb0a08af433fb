import { describe, expect, test } from 'vitest';
import { bookOf, customer, knowing, openItem, receipt, said } from '#test/support/matching.ts';
import { openBook } from './book.ts';
import { decide } from './decide.ts';
import { emptyMemory } from './memory.ts';
import { type ReceiptToDecide } from './model.ts';
import { standardMatchingPolicy as policy } from './policy.ts';

const acme = customer('A', 'Acme Tools');
const borealis = customer('B', 'Borealis Paper');
const open = [
  openItem('A', 'INV-10001', '671.25'),
  openItem('A', 'INV-10002', '702.25'),
  openItem('B', 'INV-10101', '808.25'),
];
const book = bookOf([acme, borealis], open);

function decided(more: Partial<ReceiptToDecide>, memory = emptyMemory) {
  return decide(receipt('671.25', more), book, memory, policy);
}

const kinds = ({ reasons }: ReturnType<typeof decided>) => reasons.map(({ kind }) => kind);

describe('nobody knows the payer', () => {
  test.each<[string, Partial<ReceiptToDecide>]>([
    ['in its text', { text: 'INV-99999' }],
    ['in its text, under an unknown name', { text: 'INV-99999', payerName: 'ZEBRA HOLDINGS' }],
    ['in its remittance', { remittance: [{ reference: 'INV-99999' }] }],
    ['with its amount', { remittance: [{ reference: 'INV-99999', paidMinor: 67125n }] }],
  ])('a number that no account has, %s, makes an equal amount no hint', (_, more) => {
    const decision = decided(more);
    expect(decision).toMatchObject({ kind: 'unidentified', confidence: 0, proposals: [] });
    expect(kinds(decision)).toEqual(['unknown_reference']);
    expect(decision.payer).toBeNull();
  });

  test.each(['', 'PAYMENT THANK YOU', 'INV-100'])(
    'an equal amount is a hint below every proposal where it says %j',
    (text) => {
      const decision = decided({ text, payerName: 'ZEBRA HOLDINGS' });
      expect(said(decision)).toBe('unidentified, INV-10001 671.25');
      expect(decision.confidence).toBeLessThan(policy.confidence.showFrom);
      expect(kinds(decision)).toContain('payer_unknown');
      expect(kinds(decision)).not.toContain('payer_by_reference');
    },
  );

  test('two who owe the amount share what little it says', () => {
    const both = bookOf([acme, borealis], [...open, openItem('B', 'INV-10102', '671.25')]);
    const decision = decide(receipt('671.25', { text: '' }), both, emptyMemory, policy);
    expect(decision.proposals).toHaveLength(2);
    expect(decision.confidence).toBe(decided({}).confidence / 2);
  });

  test('the right number finds the payer by itself', () => {
    const decision = decided({ text: 'INV-10001', payerName: 'ZEBRA HOLDINGS' });
    expect(said(decision)).toBe('posted, INV-10001 671.25');
    expect(kinds(decision)).toContain('payer_by_reference');
  });
});

describe('the payer is known', () => {
  test('by its bank account: its own item of the amount is meant', () => {
    const decision = decided({ text: 'INV-99999', payerAccount: 'XX1' }, knowing({ XX1: 'A' }));
    expect(said(decision)).toBe('posted, INV-10001 671.25');
    expect(kinds(decision)).toContain('unknown_reference');
  });

  test('as somebody else: another account’s item of the amount is not looked at', () => {
    const decision = decided({ text: 'INV-99999', payerName: 'BOREALIS PAPER' });
    expect(said(decision)).toBe('on_account, on account 671.25');
  });
});

test('the same amount again without a number is asked about, not taken for a duplicate', () => {
  const paid = receipt('500.00', { id: 'before', payerName: 'ACME TOOLS', text: 'RENT' });
  const parts = { accounts: [acme], openItems: [], closedItems: [] };
  const earlier = [
    { id: 'before', receipt: paid, accountId: 'A', itemIds: ['A/1'], reverses: null },
  ];
  const again = receipt('500.00', { id: 'again', payerName: 'ACME TOOLS', text: 'RENT' });
  const daring = { ...policy, confidence: { ...policy.confidence, postFrom: 0.01 } };
  const decision = decide(again, openBook({ ...parts, earlier }), emptyMemory, daring);
  expect(decision.kind).toBe('proposed');
  expect(kinds(decision)).toContain('duplicate');
});
