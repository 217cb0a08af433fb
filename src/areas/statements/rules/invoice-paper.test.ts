import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import { type Billed, type InvoiceFacts, invoiceWay } from './invoice-paper.ts';

const usd = currency('USD');
const june = instant('2026-06-30T12:00:00Z');

const invoice: Billed = {
  gross: 500_00n,
  currency: usd,
  order: 'PO-9',
  issuedOn: day('2026-07-06'),
};
const other = (told: Partial<Billed>): Billed => ({
  ...invoice,
  gross: 400_00n,
  order: 'PO-1',
  issuedOn: day('2026-06-01'),
  ...told,
});
const usual = [other({}), other({}), other({})];

const plain: InvoiceFacts = {
  rule: 'email',
  language: 'en',
  contact: { email: 'ap@north.example', language: 'en' },
  address: { since: june, refused: null },
  last: { toAddress: 'ap@north.example', channel: 'email', at: june, balances: [] },
  kind: 'invoice',
  invoice,
  dueOn: day('2026-08-05'),
  open: true,
  written: true,
  others: usual,
  today: day('2026-07-06'),
};

const nowhere = { contact: null, address: null };

describe('an invoice before it is mailed', () => {
  test.each<[string, Partial<InvoiceFacts>, string]>([
    ['goes by e-mail without a word', {}, 'email '],
    ['without an e-mail address is printed and told of', { contact: null }, 'letter no_email'],
    ['without any address has no way', nowhere, 'none no_address'],
    ['that nobody can write out has no way', { written: false }, 'none not_written'],
    ['goes into the portal', { rule: 'portal' }, 'portal '],
    [
      'to another address than last time is looked at',
      { contact: { email: 'new@north.example', language: 'en' } },
      'email new_address',
    ],
    ['to a contact of another language is looked at', { language: 'es' }, 'email language_unsure'],
    ['that is paid already is looked at', { open: false }, 'email nothing_open'],
    [
      'of the same amount for the same order is looked at',
      { others: [other({ gross: 500_00n, order: 'PO-9', issuedOn: day('2026-06-06') })] },
      'email billed_twice',
    ],
    [
      'of the same amount for the same order is another one after a month',
      { others: [other({ gross: 500_00n, order: 'PO-9', issuedOn: day('2026-06-05') })] },
      'email ',
    ],
    [
      'without an order number is looked at where the others have theirs',
      { invoice: { ...invoice, order: null } },
      'email no_order_number',
    ],
    [
      'without an order number is nothing odd where another has none',
      { invoice: { ...invoice, order: null }, others: [...usual, other({ order: null })] },
      'email ',
    ],
    [
      'of more than twice the largest of the year is looked at',
      { invoice: { ...invoice, gross: 800_01n } },
      'email much_larger',
    ],
    ['of just twice the largest is not', { invoice: { ...invoice, gross: 800_00n } }, 'email '],
    ['that is due before it goes is looked at', { dueOn: day('2026-07-05') }, 'email due_already'],
    [
      'is not compared when it is a credit memo',
      { kind: 'credit_memo', open: false, dueOn: day('2026-07-05') },
      'email ',
    ],
  ])('%s', (_, told, expected) => {
    const { channel, problems } = invoiceWay({ ...plain, ...told });
    expect(`${channel ?? 'none'} ${problems.join(' ')}`).toBe(expected);
  });

  test('without an order number of its own is billed twice only on the same day', () => {
    const noOrder = { ...invoice, order: null };
    const facts = { ...plain, invoice: noOrder };
    const same = invoiceWay({ ...facts, others: [noOrder] });
    const later = { ...noOrder, issuedOn: day('2026-07-05') };
    expect(same.problems).toContain('billed_twice');
    expect(invoiceWay({ ...facts, others: [later] }).problems).not.toContain('billed_twice');
  });
});
