import { describe, expect, test } from 'vitest';
import { customer, openItem, receipt } from '#test/support/matching.ts';
import { type Past, learnFrom } from './learn.ts';
import { standardMatchingPolicy as policy } from './policy.ts';

const accounts = [customer('A', 'Acme Tools'), customer('B', 'Borealis Paper')];
const openItems = ['A', 'B'].flatMap((id) => [
  openItem(id, `INV-1${id}01`, '100'),
  openItem(id, `INV-1${id}02`, '100'),
]);
const before = { accounts, openItems, closedItems: [], earlier: [] };

function past(accountId: string | null, more: Parameters<typeof receipt>[1], number = '01'): Past {
  const itemId = `${accountId}/INV-1${accountId}${number}`;
  const allocation = {
    itemId,
    accountId: accountId ?? '',
    cashMinor: 10_000n,
    discountMinor: 0n,
    feeMinor: 0n,
    toleranceMinor: 0n,
    leftMinor: 0n,
    leftBecause: null,
    named: true,
  };
  return {
    receipt: receipt('100', more),
    kind: accountId === null ? 'non_ar' : 'apply',
    accountId,
    allocations: accountId === null ? [] : [allocation],
    onAccountMinor: 0n,
    reverses: null,
  };
}

describe('what confirmed payments teach', () => {
  test('a customer’s sending account and the name it pays under', () => {
    const from = { payerAccount: 'XX1', payerName: 'ACME TOOLS' };
    const memory = learnFrom([past('A', from)], before, policy);
    expect(memory.byAccount.get('XX1')).toEqual([{ accountId: 'A', times: 1 }]);
    expect(memory.byName.get('ACMETOOLS')).toEqual([{ accountId: 'A', times: 1 }]);
  });

  test('a portal that pays for two customers is neither of them', () => {
    const history = [past('A', { payerName: 'CORPAY' }), past('B', { payerName: 'CORPAY' })];
    const memory = learnFrom(history, before, policy);
    expect(memory.thirdParties.has('CORPAY')).toBe(true);
    expect(memory.byName.size).toBe(0);
  });

  test('a stranger who paid once for a customer is not taken for it', () => {
    const history = [past('A', { payerName: 'JOSE MUNOZ', payerAccount: 'XX7' })];
    const memory = learnFrom(history, before, policy);
    expect(memory.byAccount.size).toBe(0);
  });

  test('the words of a line that was no receivable', () => {
    const memory = learnFrom([past(null, { text: 'XFER FROM SAV 4471' })], before, policy);
    expect([...memory.notReceivables]).toEqual(['XFERFROMSAV']);
  });

  test('that of equal invoices the oldest was paid', () => {
    const history = [past('A', { payerName: 'ACME TOOLS' })];
    expect(learnFrom(history, before, policy).house).toEqual({ oldest_of_equals: 1 });
  });
});
