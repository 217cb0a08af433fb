import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import type { EParty } from '#formats/e-invoice/invoice.ts';
import { eInvoice } from '#formats/e-invoice/read.ts';
import { writeCii } from '#formats/e-invoice/write-cii.ts';
import { writeUbl } from '#formats/e-invoice/write-ubl.ts';
import { type IssuedDocument, electronicInvoice } from './e-invoice.ts';

const seller: EParty = {
  name: 'Acme & Sons',
  line1: '1 Main St',
  line2: null,
  city: 'Hartford',
  state: 'CT',
  postalCode: '06101',
  country: 'US',
  email: null,
  vatId: null,
  taxId: '12-3456789',
};
const buyer = { ...seller, name: 'North Mills', taxId: null };
const document: IssuedDocument = {
  kind: 'invoice',
  number: 'I-1',
  poNumber: 'PO-9',
  orderNumber: null,
  issuedOn: day('2026-06-01'),
  dueOn: day('2026-07-01'),
  currency: currency('USD'),
  net: 110_00n,
  tax: 6_35n,
  credits: null,
  lines: [
    { description: 'Cups <large>', net: 100_00n, taxCode: 'CT', tax: 6_35n },
    { description: 'Freight', net: 10_00n, taxCode: null, tax: 0n },
  ],
};
const made = (change: Partial<IssuedDocument> = {}, from: EParty | null = seller) =>
  electronicInvoice({ ...document, ...change }, { seller: from, buyer, iban: null });

/** What our own reader says of a file; it knows the sums of EN 16931. */
function readBack(text: string) {
  const read = eInvoice.read(Buffer.from(text));
  if (!read.ok) throw new Error(JSON.stringify(read.facts));
  const { problems } = read.value.neutral();
  return { ...read.value.summary(), problems };
}

describe('a document written electronically', () => {
  test('is read back with the same figures in both syntaxes, and its sums hold', () => {
    const invoice = made();
    if (!invoice.ok) throw new Error(invoice.refusal);
    const figures = {
      type: '380',
      id: 'I-1',
      currency: 'USD',
      lines: 2,
      lineExtension: '110.00',
      taxExclusive: '110.00',
      tax: '6.35',
      taxInclusive: '116.35',
      payable: '116.35',
      profile: 'urn:cen.eu:en16931:2017',
      problems: [],
    };
    expect(readBack(writeUbl(invoice.value))).toMatchObject({
      ...figures,
      due: '2026-07-01',
      lineSumMatches: true,
      seller: 'Acme & Sons',
    });
    expect(readBack(writeCii(invoice.value))).toMatchObject({ ...figures, due: '20260701' });
  });

  test('finds the rate of each group, and names what is exempt', () => {
    const invoice = made();
    expect(invoice.ok && invoice.value.taxes).toEqual([
      { category: 'S', rate: '6.35', basis: '100.00', tax: '6.35' },
      { category: 'E', rate: '0', basis: '10.00', tax: '0.00' },
    ]);
  });

  test('without any tax is outside of it and then names no tax number', () => {
    const lines = [{ description: 'Cups', net: 110_00n, taxCode: null, tax: 0n }];
    const invoice = made({ tax: 0n, lines });
    expect(invoice.ok && invoice.value).toMatchObject({
      taxes: [{ category: 'O', rate: null }],
      seller: { taxId: null },
    });
    const ubl = invoice.ok ? writeUbl(invoice.value) : '';
    expect(ubl).toContain('Not subject to VAT');
    // The number it is registered under is no tax number of a tax that it knows nothing of.
    expect(ubl).not.toContain('PartyTaxScheme');
    expect(ubl).toContain('<cbc:CompanyID>12-3456789</cbc:CompanyID>');
  });

  test('of a credit is a credit note that names its invoice', () => {
    const invoice = made({ kind: 'credit_memo', credits: 'I-0', dueOn: null });
    const ubl = invoice.ok ? writeUbl(invoice.value) : '';
    expect(ubl).toContain('<CreditNote ');
    expect(ubl).toContain('<cac:InvoiceDocumentReference><cbc:ID>I-0</cbc:ID>');
    expect(readBack(ubl)).toMatchObject({ type: '381', payable: '116.35', problems: [] });
  });

  test('is refused by the field that the book cannot fill', () => {
    const code = (outcome: ReturnType<typeof made>) => (outcome.ok ? 'accepted' : outcome.refusal);
    expect(code(made({}, null))).toBe('statements.no_letterhead');
    expect(code(made({}, { ...seller, taxId: null }))).toBe('statements.no_tax_number');
    expect(code(made({ net: 1n }))).toBe('statements.lines_do_not_add_up');
  });
});

const free = { taxCode: null, tax: 0n };
test.each<[string, Partial<IssuedDocument>, Partial<EParty>]>([
  ['an invoice with tax', {}, {}],
  ['one without a day to pay by', { dueOn: null }, {}],
  [
    'one with a rebate among its lines',
    {
      net: 90_00n,
      tax: 0n,
      lines: [
        { description: 'Cups', net: 100_00n, ...free },
        { description: 'Rebate', net: -10_00n, ...free },
      ],
    },
    {},
  ],
  ['a credit memo', { kind: 'credit_memo', credits: 'I-0' }, {}],
  ['one of a European seller', {}, { vatId: 'DE123456789', taxId: null, country: 'DE' }],
  [
    'one without tax of a seller without a number',
    { net: 110_00n, tax: 0n, lines: [{ description: 'Cups', net: 110_00n, ...free }] },
    { taxId: null },
  ],
])('%s keeps every rule of EN 16931 in both syntaxes', (_, change, by) => {
  const invoice = made(change, { ...seller, ...by });
  if (!invoice.ok) throw new Error(invoice.refusal);
  expect(readBack(writeUbl(invoice.value)).problems).toEqual([]);
  expect(readBack(writeCii(invoice.value)).problems).toEqual([]);
});
