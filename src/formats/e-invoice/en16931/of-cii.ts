/** The business terms of a CII invoice, UN/CEFACT D16B (EN 16931-3-3): Factur-X, XRechnung. */
import { type XmlNode, all, at, textAt } from '../../xml/node.ts';
import type {
  Coded,
  TermAdjustment,
  TermLine,
  TermParty,
  TermPeriod,
  Terms,
  Text,
} from './model.ts';

const text = (node: XmlNode | undefined, ...path: string[]): Text => textAt(node, ...path) ?? null;

/** Of the root element `CrossIndustryInvoice`. */
export function termsOfCii(root: XmlNode): Terms {
  const head = at(root, 'ExchangedDocument');
  const trade = at(root, 'SupplyChainTradeTransaction');
  const agreed = at(trade, 'ApplicableHeaderTradeAgreement');
  const delivery = at(trade, 'ApplicableHeaderTradeDelivery');
  const settled = at(trade, 'ApplicableHeaderTradeSettlement');
  const terms = all(settled, 'SpecifiedTradePaymentTerms');
  const parts = all(settled, 'SpecifiedTradeAllowanceCharge');
  const groups = all(settled, 'ApplicableTradeTax');
  const shipTo = at(delivery, 'ShipToTradeParty', 'PostalTradeAddress');
  const first = (nodes: readonly XmlNode[], ...path: string[]): Text =>
    nodes.map((node) => text(node, ...path)).find((each) => each !== null) ?? null;
  return {
    profile: text(
      root,
      'ExchangedDocumentContext',
      'GuidelineSpecifiedDocumentContextParameter',
      'ID',
    ),
    number: text(head, 'ID'),
    issuedOn: text(head, 'IssueDateTime', 'DateTimeString'),
    type: text(head, 'TypeCode'),
    currency: text(settled, 'InvoiceCurrencyCode'),
    taxCurrency: text(settled, 'TaxCurrencyCode'),
    taxPointOn: first(groups, 'TaxPointDate', 'DateString'),
    taxPointCode: first(groups, 'DueDateTypeCode'),
    dueOn: first(terms, 'DueDateDateTime', 'DateTimeString'),
    terms: first(terms, 'Description'),
    preceding: all(settled, 'InvoiceReferencedDocument').map((each) =>
      text(each, 'IssuerAssignedID'),
    ),
    seller: partyOf(at(agreed, 'SellerTradeParty')),
    buyer: partyOf(at(agreed, 'BuyerTradeParty')),
    payee: ifThere(at(settled, 'PayeeTradeParty'), partyOf),
    representative: ifThere(at(agreed, 'SellerTaxRepresentativeTradeParty'), partyOf),
    deliveredOn: text(
      delivery,
      'ActualDeliverySupplyChainEvent',
      'OccurrenceDateTime',
      'DateTimeString',
    ),
    period: ifThere(at(settled, 'BillingSpecifiedPeriod'), periodOf),
    deliverTo: ifThere(shipTo, (node) => ({ country: text(node, 'CountryID') })),
    payments: all(settled, 'SpecifiedTradeSettlementPaymentMeans').map(paymentOf),
    allowances: parts.filter((each) => !isCharge(each)).map(adjustmentOf),
    charges: parts.filter(isCharge).map(adjustmentOf),
    totals: totalsOf(settled),
    taxes: groups.map((each) => ({
      basis: text(each, 'BasisAmount'),
      tax: text(each, 'CalculatedAmount'),
      category: text(each, 'CategoryCode'),
      rate: text(each, 'RateApplicablePercent'),
      reason: text(each, 'ExemptionReason'),
      code: text(each, 'ExemptionReasonCode'),
    })),
    documents: all(agreed, 'AdditionalReferencedDocument').map((each) =>
      text(each, 'IssuerAssignedID'),
    ),
    lines: all(trade, 'IncludedSupplyChainTradeLineItem').map(lineOf),
  };
}

function ifThere<T>(node: XmlNode | undefined, read: (node: XmlNode) => T): T | null {
  return node === undefined ? null : read(node);
}

function totalsOf(settled: XmlNode | undefined): Terms['totals'] {
  const sums = at(settled, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  const taxes = all(sums, 'TaxTotalAmount');
  const [currency, second] = ['InvoiceCurrencyCode', 'TaxCurrencyCode'].map((name) =>
    text(settled, name),
  );
  const taxIn = (code: Text | undefined): Text =>
    taxes.find((node) => node.attributes['currencyID'] === code)?.text.trim() ?? null;
  return {
    lines: text(sums, 'LineTotalAmount'),
    allowances: text(sums, 'AllowanceTotalAmount'),
    charges: text(sums, 'ChargeTotalAmount'),
    net: text(sums, 'TaxBasisTotalAmount'),
    tax: taxIn(currency) ?? taxes[0]?.text.trim() ?? null,
    taxAccounting: second === null ? null : taxIn(second),
    gross: text(sums, 'GrandTotalAmount'),
    paid: text(sums, 'TotalPrepaidAmount'),
    rounding: text(sums, 'RoundingAmount'),
    payable: text(sums, 'DuePayableAmount'),
  };
}

function partyOf(party: XmlNode | undefined): TermParty {
  const address = at(party, 'PostalTradeAddress');
  const numbers = all(party, 'SpecifiedTaxRegistration').flatMap((each) => at(each, 'ID') ?? []);
  const numbered = (scheme: string): Text =>
    numbers.find((each) => each.attributes['schemeID'] === scheme)?.text.trim() ?? null;
  return {
    name: text(party, 'Name'),
    ids: [...all(party, 'ID'), ...all(party, 'GlobalID')].map((each) => each.text.trim()),
    legalId: text(party, 'SpecifiedLegalOrganization', 'ID'),
    vatId: numbered('VA'),
    taxId: numbered('FC'),
    electronic: ifThere(at(party, 'URIUniversalCommunication', 'URIID'), coded),
    hasAddress: address !== undefined,
    country: text(address, 'CountryID'),
  };
}

function coded(node: XmlNode): Coded {
  const { schemeID, listID } = node.attributes;
  return { value: node.text.trim() || null, scheme: schemeID ?? listID ?? null };
}

function periodOf(node: XmlNode): TermPeriod {
  return {
    start: text(node, 'StartDateTime', 'DateTimeString'),
    end: text(node, 'EndDateTime', 'DateTimeString'),
  };
}

function paymentOf(node: XmlNode): Terms['payments'][number] {
  const accounts = all(node, 'PayeePartyCreditorFinancialAccount');
  return {
    code: text(node, 'TypeCode'),
    accounts: accounts.map((each) => text(each, 'IBANID') ?? text(each, 'ProprietaryID')),
    card: text(node, 'ApplicableTradeSettlementFinancialCard', 'ID'),
  };
}

function isCharge(node: XmlNode): boolean {
  return textAt(node, 'ChargeIndicator', 'Indicator') === 'true';
}

function adjustmentOf(node: XmlNode): TermAdjustment {
  return {
    amount: text(node, 'ActualAmount'),
    base: text(node, 'BasisAmount'),
    reason: text(node, 'Reason'),
    code: text(node, 'ReasonCode'),
    category: text(node, 'CategoryTradeTax', 'CategoryCode'),
    rate: text(node, 'CategoryTradeTax', 'RateApplicablePercent'),
  };
}

function lineOf(line: XmlNode): TermLine {
  const product = at(line, 'SpecifiedTradeProduct');
  const agreed = at(line, 'SpecifiedLineTradeAgreement');
  const settled = at(line, 'SpecifiedLineTradeSettlement');
  const quantity = at(line, 'SpecifiedLineTradeDelivery', 'BilledQuantity');
  const parts = all(settled, 'SpecifiedTradeAllowanceCharge');
  const codes = all(product, 'DesignatedProductClassification');
  return {
    id: text(line, 'AssociatedDocumentLineDocument', 'LineID'),
    quantity: quantity?.text.trim() || null,
    unit: quantity?.attributes['unitCode'] ?? null,
    net: text(settled, 'SpecifiedTradeSettlementLineMonetarySummation', 'LineTotalAmount'),
    period: ifThere(at(settled, 'BillingSpecifiedPeriod'), periodOf),
    allowances: parts.filter((each) => !isCharge(each)).map(adjustmentOf),
    charges: parts.filter(isCharge).map(adjustmentOf),
    price: text(agreed, 'NetPriceProductTradePrice', 'ChargeAmount'),
    grossPrice: text(agreed, 'GrossPriceProductTradePrice', 'ChargeAmount'),
    name: text(product, 'Name'),
    standardId: ifThere(at(product, 'GlobalID'), coded),
    classes: codes.flatMap((each) => all(each, 'ClassCode')).map(coded),
    category: text(settled, 'ApplicableTradeTax', 'CategoryCode'),
    rate: text(settled, 'ApplicableTradeTax', 'RateApplicablePercent'),
    attributes: all(product, 'ApplicableProductCharacteristic').map((each) => ({
      name: text(each, 'Description'),
      value: text(each, 'Value'),
    })),
  };
}
