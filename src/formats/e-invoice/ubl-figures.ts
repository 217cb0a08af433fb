/** The figures of a UBL 2.1 invoice or credit note, as the file writes them. */
import { added, comparable, exactAmount } from '../exact.ts';
import { type XmlNode, all, at, firstText, textAt } from '../xml/node.ts';
import type { InvoiceFigures } from './figures.ts';

/** Of the root element `Invoice` or `CreditNote`. */
export function ublFigures(root: XmlNode): InvoiceFigures {
  const totals = at(root, 'LegalMonetaryTotal') ?? at(root, 'RequestedMonetaryTotal');
  const lines = [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')];
  const lineExtension = textAt(totals, 'LineExtensionAmount') ?? null;
  return {
    syntax: 'UBL',
    type: firstText(root, ['InvoiceTypeCode'], ['CreditNoteTypeCode']) ?? null,
    id: textAt(root, 'ID') ?? null,
    issue: textAt(root, 'IssueDate') ?? null,
    due: firstText(root, ['DueDate'], ['PaymentMeans', 'PaymentDueDate']) ?? null,
    currency: textAt(root, 'DocumentCurrencyCode') ?? null,
    lines: lines.length,
    lineExtension,
    allowance: textAt(totals, 'AllowanceTotalAmount') ?? null,
    charge: textAt(totals, 'ChargeTotalAmount') ?? null,
    taxExclusive: textAt(totals, 'TaxExclusiveAmount') ?? null,
    tax: taxOf(root) ?? null,
    taxInclusive: textAt(totals, 'TaxInclusiveAmount') ?? null,
    prepaid: textAt(totals, 'PrepaidAmount') ?? null,
    rounding: textAt(totals, 'PayableRoundingAmount') ?? null,
    payable: textAt(totals, 'PayableAmount') ?? null,
    lineSumMatches: addsUp(lines, lineExtension),
    seller: partyName(root, 'AccountingSupplierParty'),
    buyer: partyName(root, 'AccountingCustomerParty'),
    buyerRef: textAt(root, 'BuyerReference') ?? null,
    profile: textAt(root, 'CustomizationID') ?? null,
  };
}

/** The total in the currency of the invoice; a second one may stand there for the accounts. */
function taxOf(root: XmlNode): string | undefined {
  const currency = textAt(root, 'DocumentCurrencyCode');
  const amounts = all(root, 'TaxTotal').flatMap((total) => at(total, 'TaxAmount') ?? []);
  const own = amounts.find((node) => node.attributes['currencyID'] === currency) ?? amounts[0];
  return own?.text.trim();
}

function addsUp(lines: readonly XmlNode[], stated: string | null): boolean {
  const told = exactAmount(stated ?? '');
  const each = lines.flatMap(
    (line) => exactAmount(textAt(line, 'LineExtensionAmount') ?? '') ?? [],
  );
  return told !== undefined && comparable(added(each)) === comparable(told);
}

function partyName(root: XmlNode, role: string): string | null {
  const party = at(root, role, 'Party');
  return firstText(party, ['PartyLegalEntity', 'RegistrationName'], ['PartyName', 'Name']) ?? null;
}
