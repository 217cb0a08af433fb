import { describe, expect, test } from 'vitest';
import { eInvoice } from './read.ts';
import { sumProblems } from './sum-rules.ts';

const ubl = (payable: string): string => `<?xml version="1.0"?>
<ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="c" xmlns:cbc="b">
  <cbc:ID>I-1</cbc:ID><cbc:IssueDate>2026-06-01</cbc:IssueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">19.00</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount>100</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount>100.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount>119.00</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount>${payable}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:LineExtensionAmount>100.00</cbc:LineExtensionAmount></cac:InvoiceLine>
</ubl:Invoice>`;

function read(text: string) {
  const bytes = Buffer.from(text);
  const sample = { bytes, start: text, name: 'x.xml' };
  expect(eInvoice.recognises(sample)).toBe(true);
  return eInvoice.read(bytes);
}

describe('an electronic invoice', () => {
  test('with an amount that can be read in two ways is refused by its field', () => {
    expect(read(ubl('1.119,00'))).toMatchObject({
      ok: false,
      refusal: 'read.bad_record',
      facts: { reason: 'a decimal such as 250.33, not "1.119,00", for payable' },
    });
  });

  test('is read out of the envelope of a network; an empty or a double one is refused', () => {
    const body = ubl('119.00').replace(/^<[?][^>]*>/u, '');
    const wrapped = (...bodies: readonly string[]) =>
      `<?xml version="1.0"?><sh:StandardBusinessDocument xmlns:sh="urn:sbdh"><sh:Header>` +
      `<sh:Type>Invoice</sh:Type></sh:Header>${bodies.join('')}</sh:StandardBusinessDocument>`;
    const one = read(wrapped(body));
    expect(one.ok && one.value.summary()).toMatchObject({ id: 'I-1', payable: '119.00' });
    expect(read(wrapped(body, body))).toMatchObject({ ok: false, refusal: 'read.bad_record' });
    const none = Buffer.from(wrapped('<note>urn:oasis:names:specification:ubl</note>'));
    expect(eInvoice.read(none)).toMatchObject({ ok: false, refusal: 'read.bad_record' });
  });

  test('is told in the figures that it writes, and judged by its own sums', () => {
    const good = read(ubl('119.00'));
    if (!good.ok) throw new Error(good.refusal);
    expect(good.value.summary()).toMatchObject({
      syntax: 'UBL',
      id: 'I-1',
      lines: 1,
      lineExtension: '100',
      payable: '119.00',
      lineSumMatches: true,
      due: null,
    });
    expect(good.value.neutral().problems).toEqual([]);
    const bad = read(ubl('118.00'));
    expect(bad.ok && bad.value.neutral().problems).toMatchObject([{ facts: { rule: 'BR-CO-16' } }]);
  });

  test('with entities of its own is refused, and so is one that is torn', () => {
    const entity = `<!DOCTYPE x [<!ENTITY a "b">]>${ubl('1').slice(21)}`;
    expect(eInvoice.read(Buffer.from(entity))).toMatchObject({ refusal: 'read.bad_record' });
    expect(eInvoice.read(Buffer.from(ubl('1').slice(0, -20)))).toMatchObject({
      refusal: 'read.bad_record',
    });
  });

  test('is judged only where both sides of a rule are stated', () => {
    const nothing = { type: null, id: null, issue: null, due: null, currency: null, lines: 0 };
    const totals = { lineExtension: null, allowance: null, charge: null, taxExclusive: '1' };
    const rest = { tax: null, taxInclusive: '2', prepaid: null, payable: null, profile: null };
    expect(sumProblems({ syntax: 'CII', ...nothing, ...totals, ...rest })).toEqual(['BR-CO-15']);
  });
});
