import { describe, expect, test } from 'vitest';
import { anInvoice, aReceipt, nothingIncoming } from '#test/support/books.ts';
import { byCompany, mainCurrency } from './incoming.ts';

describe('a file of several companies', () => {
  const incoming = {
    ...nothingIncoming,
    documents: [
      anInvoice('1', { company: 'U001' }),
      anInvoice('2', { company: 'CA02', currency: 'CAD' }),
      anInvoice('3', { company: null, currency: 'CAD' }),
    ],
    payments: [aReceipt('9', { company: 'U001' })],
  };

  test('comes apart by its codes, and rows without one go to the chosen company', () => {
    const parts = byCompany(incoming, 'CA02');
    expect([...parts.keys()]).toEqual(['U001', 'CA02']);
    expect(parts.get('CA02')?.documents.map((each) => each.number)).toEqual(['2', '3']);
    expect(parts.get('U001')?.payments).toHaveLength(1);
  });

  test('founds a company in the currency that most of its rows are in', () => {
    expect(mainCurrency(byCompany(incoming, 'CA02').get('CA02') ?? nothingIncoming)).toBe('CAD');
    expect(mainCurrency(nothingIncoming)).toBeUndefined();
  });
});
