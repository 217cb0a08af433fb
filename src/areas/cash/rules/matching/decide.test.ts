import { describe, expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { bookOf, cents, customer, openItem, receipt } from '#test/support/matching.ts';
import { openBook } from './book.ts';
import { decide } from './decide.ts';
import { emptyMemory } from './memory.ts';
import { standardMatchingPolicy } from './policy.ts';

describe('money that nothing explains', () => {
  const said = (name: string, ...customers: readonly string[]) => {
    const accounts = customers.map((each, at) => customer(`C-${at}`, each));
    const items = accounts.map(({ id }) => openItem(id, `INV-${id}`, '640.00'));
    const one = receipt('133.37', { payerName: name });
    return decide(one, bookOf(accounts, items), emptyMemory, standardMatchingPolicy).kind;
  };

  test('goes onto the account of the payer who is certain', () => {
    expect(said('NORTHWIND TRADERS LLC', 'Northwind Traders LLC', 'Contoso')).toBe('on_account');
  });

  test('is asked about when two customers bear the name', () => {
    expect(said('NORTHWIND TRADERS', 'Northwind Traders', 'Northwind Traders')).toBe(
      'unidentified',
    );
  });

  test('is asked about when the name was cut, shortened or mistyped', () => {
    const long = 'Northwind Traders Holding International LLC';
    expect(said('NORTHWIND TRADERS HOLDING INTERNATI', long)).toBe('unidentified');
    expect(said('NORTHWIND TRADRES HOLDING INTERNATIONAL LLC', long)).toBe('unidentified');
  });
});

test('a payment of the same figures in another currency is no repetition', () => {
  const accounts = [customer('C-1', 'Northwind Traders')];
  const paid = receipt('640.00', { id: 'before', payerName: 'NORTHWIND TRADERS', text: 'INV-7' });
  const book = openBook({
    accounts,
    openItems: [openItem('C-1', 'INV-8', '640.00', { currency: currency('EUR') })],
    closedItems: [],
    earlier: [{ id: 'before', receipt: paid, accountId: 'C-1', itemIds: [], reverses: null }],
  });
  const euros = { payerName: 'NORTHWIND TRADERS', currency: currency('EUR') };
  const decision = decide(receipt('640.00', euros), book, emptyMemory, standardMatchingPolicy);
  expect(decision.proposals[0]?.allocations).toMatchObject([{ cashMinor: cents('640.00') }]);
  const reasons = decision.proposals.flatMap((proposal) => proposal.reasons);
  expect(reasons.map(({ kind }) => kind)).not.toContain('duplicate');
});
