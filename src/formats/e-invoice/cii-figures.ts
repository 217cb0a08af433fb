/**
 * The figures of a CII invoice (Factur-X, XRechnung), and of ZUGFeRD 1, whose elements have other
 * names and the same sense.
 */
import { type XmlNode, all, at, firstText, textAt } from '../xml/node.ts';
import type { InvoiceFigures } from './figures.ts';

/** Of the root element `CrossIndustryInvoice` or `CrossIndustryDocument`. */
export function ciiFigures(root: XmlNode): InvoiceFigures {
  const head = at(root, 'ExchangedDocument') ?? at(root, 'HeaderExchangedDocument');
  const trade =
    at(root, 'SupplyChainTradeTransaction') ?? at(root, 'SpecifiedSupplyChainTradeTransaction');
  const settlement =
    at(trade, 'ApplicableHeaderTradeSettlement') ??
    at(trade, 'ApplicableSupplyChainTradeSettlement');
  const totals =
    at(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation') ??
    at(settlement, 'SpecifiedTradeSettlementMonetarySummation');
  const context =
    at(root, 'ExchangedDocumentContext') ?? at(root, 'SpecifiedExchangedDocumentContext');
  const amount = (name: string): string | null => textAt(totals, name) ?? null;
  const currency = textAt(settlement, 'InvoiceCurrencyCode') ?? null;
  return {
    syntax: 'CII',
    type: textAt(head, 'TypeCode') ?? null,
    id: textAt(head, 'ID') ?? null,
    issue: firstText(head, ['IssueDateTime', 'DateTimeString']) ?? null,
    due: dueOf(settlement),
    currency,
    lines: all(trade, 'IncludedSupplyChainTradeLineItem').length,
    lineExtension: amount('LineTotalAmount'),
    allowance: amount('AllowanceTotalAmount'),
    charge: amount('ChargeTotalAmount'),
    taxExclusive: amount('TaxBasisTotalAmount'),
    tax: taxOf(totals, currency),
    taxInclusive: amount('GrandTotalAmount'),
    prepaid: amount('TotalPrepaidAmount'),
    payable: amount('DuePayableAmount'),
    profile: textAt(context, 'GuidelineSpecifiedDocumentContextParameter', 'ID') ?? null,
  };
}

/** The total in the currency of the invoice; a second one may stand there for the accounts. */
function taxOf(totals: XmlNode | undefined, currency: string | null): string | null {
  const amounts = all(totals, 'TaxTotalAmount');
  const own = amounts.find((node) => node.attributes['currencyID'] === currency) ?? amounts[0];
  return own?.text.trim() ?? null;
}

function dueOf(settlement: XmlNode | undefined): string | null {
  const terms = all(settlement, 'SpecifiedTradePaymentTerms');
  const days = terms.flatMap((each) => textAt(each, 'DueDateDateTime', 'DateTimeString') ?? []);
  return days[0] ?? null;
}
