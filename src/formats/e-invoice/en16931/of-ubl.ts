/** The business terms of a UBL 2.1 invoice or credit note (EN 16931-3-2). */
import { type XmlNode, all, at, firstText, textAt } from '../../xml/node.ts';
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

/** Of the root element `Invoice` or `CreditNote`. */
export function termsOfUbl(root: XmlNode): Terms {
  const totals = at(root, 'LegalMonetaryTotal');
  const currency = text(root, 'DocumentCurrencyCode');
  const taxCurrency = text(root, 'TaxCurrencyCode');
  const taxTotals = all(root, 'TaxTotal');
  const period = at(root, 'InvoicePeriod');
  const delivery = at(root, 'Delivery');
  const place = at(delivery, 'DeliveryLocation', 'Address');
  const parts = all(root, 'AllowanceCharge');
  return {
    profile: text(root, 'CustomizationID'),
    number: text(root, 'ID'),
    issuedOn: text(root, 'IssueDate'),
    type: firstText(root, ['InvoiceTypeCode'], ['CreditNoteTypeCode']) ?? null,
    currency,
    taxCurrency,
    taxPointOn: text(root, 'TaxPointDate'),
    taxPointCode: text(period, 'DescriptionCode'),
    dueOn: firstText(root, ['DueDate'], ['PaymentMeans', 'PaymentDueDate']) ?? null,
    terms: text(root, 'PaymentTerms', 'Note'),
    preceding: all(root, 'BillingReference').map((each) =>
      text(each, 'InvoiceDocumentReference', 'ID'),
    ),
    seller: partyOf(at(root, 'AccountingSupplierParty', 'Party')),
    buyer: partyOf(at(root, 'AccountingCustomerParty', 'Party')),
    payee: ifThere(at(root, 'PayeeParty'), partyOf),
    representative: ifThere(at(root, 'TaxRepresentativeParty'), partyOf),
    deliveredOn: text(delivery, 'ActualDeliveryDate'),
    period: ifThere(period, periodOf),
    deliverTo: ifThere(place, (node) => ({ country: text(node, 'Country', 'IdentificationCode') })),
    payments: all(root, 'PaymentMeans').map((each) => ({
      code: text(each, 'PaymentMeansCode'),
      accounts: all(each, 'PayeeFinancialAccount').map((account) => text(account, 'ID')),
      card: text(each, 'CardAccount', 'PrimaryAccountNumberID'),
    })),
    allowances: parts.filter((each) => !isCharge(each)).map(adjustmentOf),
    charges: parts.filter(isCharge).map(adjustmentOf),
    totals: {
      lines: text(totals, 'LineExtensionAmount'),
      allowances: text(totals, 'AllowanceTotalAmount'),
      charges: text(totals, 'ChargeTotalAmount'),
      net: text(totals, 'TaxExclusiveAmount'),
      tax: taxIn(taxTotals, currency) ?? text(taxTotals[0], 'TaxAmount'),
      taxAccounting: taxCurrency === null ? null : (taxIn(taxTotals, taxCurrency) ?? null),
      gross: text(totals, 'TaxInclusiveAmount'),
      paid: text(totals, 'PrepaidAmount'),
      rounding: text(totals, 'PayableRoundingAmount'),
      payable: text(totals, 'PayableAmount'),
    },
    taxes: taxTotals
      .flatMap((each) => all(each, 'TaxSubtotal'))
      .map((each) => ({
        basis: text(each, 'TaxableAmount'),
        tax: text(each, 'TaxAmount'),
        category: text(each, 'TaxCategory', 'ID'),
        rate: text(each, 'TaxCategory', 'Percent'),
        reason: text(each, 'TaxCategory', 'TaxExemptionReason'),
        code: text(each, 'TaxCategory', 'TaxExemptionReasonCode'),
      })),
    documents: all(root, 'AdditionalDocumentReference').map((each) => text(each, 'ID')),
    lines: [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')].map(lineOf),
  };
}

function ifThere<T>(node: XmlNode | undefined, read: (node: XmlNode) => T): T | null {
  return node === undefined ? null : read(node);
}

function taxIn(taxTotals: readonly XmlNode[], currency: Text): string | undefined {
  const amounts = taxTotals.flatMap((total) => at(total, 'TaxAmount') ?? []);
  const own = amounts.find((node) => node.attributes['currencyID'] === currency);
  return own?.text.trim();
}

function partyOf(party: XmlNode | undefined): TermParty {
  const address = at(party, 'PostalAddress');
  const schemes = all(party, 'PartyTaxScheme');
  const taxed = (vat: boolean): Text =>
    text(
      schemes.find((each) => (textAt(each, 'TaxScheme', 'ID') === 'VAT') === vat),
      'CompanyID',
    );
  return {
    name: firstText(party, ['PartyLegalEntity', 'RegistrationName'], ['PartyName', 'Name']) ?? null,
    ids: all(party, 'PartyIdentification').flatMap((each) => textAt(each, 'ID') ?? []),
    legalId: text(party, 'PartyLegalEntity', 'CompanyID'),
    vatId: taxed(true),
    taxId: taxed(false),
    electronic: ifThere(at(party, 'EndpointID'), coded),
    hasAddress: address !== undefined,
    country: text(address, 'Country', 'IdentificationCode'),
  };
}

function coded(node: XmlNode): Coded {
  const { schemeID, listID } = node.attributes;
  return { value: node.text.trim() || null, scheme: schemeID ?? listID ?? null };
}

function periodOf(node: XmlNode): TermPeriod {
  return { start: text(node, 'StartDate'), end: text(node, 'EndDate') };
}

function isCharge(node: XmlNode): boolean {
  return textAt(node, 'ChargeIndicator') === 'true';
}

function adjustmentOf(node: XmlNode): TermAdjustment {
  return {
    amount: text(node, 'Amount'),
    base: text(node, 'BaseAmount'),
    reason: text(node, 'AllowanceChargeReason'),
    code: text(node, 'AllowanceChargeReasonCode'),
    category: text(node, 'TaxCategory', 'ID'),
    rate: text(node, 'TaxCategory', 'Percent'),
  };
}

function lineOf(line: XmlNode): TermLine {
  const quantity = at(line, 'InvoicedQuantity') ?? at(line, 'CreditedQuantity');
  const item = at(line, 'Item');
  const parts = all(line, 'AllowanceCharge');
  const codes = all(item, 'CommodityClassification');
  return {
    id: text(line, 'ID'),
    quantity: quantity?.text.trim() || null,
    unit: quantity?.attributes['unitCode'] ?? null,
    net: text(line, 'LineExtensionAmount'),
    period: ifThere(at(line, 'InvoicePeriod'), periodOf),
    allowances: parts.filter((each) => !isCharge(each)).map(adjustmentOf),
    charges: parts.filter(isCharge).map(adjustmentOf),
    price: text(line, 'Price', 'PriceAmount'),
    grossPrice: text(line, 'Price', 'AllowanceCharge', 'BaseAmount'),
    name: text(item, 'Name'),
    standardId: ifThere(at(item, 'StandardItemIdentification', 'ID'), coded),
    classes: codes.flatMap((each) => all(each, 'ItemClassificationCode')).map(coded),
    category: text(item, 'ClassifiedTaxCategory', 'ID'),
    rate: text(item, 'ClassifiedTaxCategory', 'Percent'),
    attributes: all(item, 'AdditionalItemProperty').map((each) => ({
      name: text(each, 'Name'),
      value: text(each, 'Value'),
    })),
  };
}
