/** Writes CII (UN/CEFACT D16B), the invoice inside a Factur-X, in the order of its schema. */
import { type Xml, element } from '../xml/write.ts';
import {
  type EInvoice,
  type ELine,
  type EParty,
  en16931,
  exemptionReasons,
  onReceipt,
  pieceOf,
} from './invoice.ts';

const space = 'urn:un:unece:uncefact:data:standard';

export function writeCii(invoice: EInvoice): string {
  const body = [
    element('rsm:ExchangedDocumentContext', [
      element('ram:GuidelineSpecifiedDocumentContextParameter', [element('ram:ID', en16931)]),
    ]),
    element('rsm:ExchangedDocument', [
      element('ram:ID', invoice.id),
      element('ram:TypeCode', invoice.type),
      element('ram:IssueDateTime', [day('udt', invoice.issuedOn)]),
    ]),
    element('rsm:SupplyChainTradeTransaction', [
      ...invoice.lines.map(lineOf),
      element('ram:ApplicableHeaderTradeAgreement', [
        element('ram:BuyerReference', invoice.buyerReference),
        element('ram:SellerTradeParty', party(invoice.seller)),
        element('ram:BuyerTradeParty', party(invoice.buyer)),
        element('ram:BuyerOrderReferencedDocument', [
          element('ram:IssuerAssignedID', invoice.orderReference),
        ]),
      ]),
      // The schema wants it also where nothing is said of a delivery.
      '<ram:ApplicableHeaderTradeDelivery/>',
      settlement(invoice),
    ]),
  ];
  const spaces = {
    'xmlns:rsm': `${space}:CrossIndustryInvoice:100`,
    'xmlns:ram': `${space}:ReusableAggregateBusinessInformationEntity:100`,
    'xmlns:udt': `${space}:UnqualifiedDataType:100`,
  };
  const root = element('rsm:CrossIndustryInvoice', body, spaces);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function settlement(invoice: EInvoice): Xml {
  const { currency, dueOn, iban } = invoice;
  return element('ram:ApplicableHeaderTradeSettlement', [
    element('ram:InvoiceCurrencyCode', currency),
    iban === null
      ? ''
      : element('ram:SpecifiedTradeSettlementPaymentMeans', [
          element('ram:TypeCode', '58'),
          element('ram:PayeePartyCreditorFinancialAccount', [element('ram:IBANID', iban)]),
        ]),
    ...invoice.taxes.map(({ category, rate, basis, tax }) =>
      element('ram:ApplicableTradeTax', [
        element('ram:CalculatedAmount', tax),
        element('ram:TypeCode', 'VAT'),
        category === 'S' ? '' : element('ram:ExemptionReason', exemptionReasons[category]),
        element('ram:BasisAmount', basis),
        element('ram:CategoryCode', category),
        element('ram:RateApplicablePercent', rate),
      ]),
    ),
    element('ram:SpecifiedTradePaymentTerms', [
      element('ram:Description', dueOn === null ? onReceipt : null),
      dueOn === null ? '' : element('ram:DueDateDateTime', [day('udt', dueOn)]),
    ]),
    element('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
      element('ram:LineTotalAmount', invoice.net),
      element('ram:TaxBasisTotalAmount', invoice.net),
      element('ram:TaxTotalAmount', invoice.tax, { currencyID: currency }),
      element('ram:GrandTotalAmount', invoice.gross),
      element('ram:DuePayableAmount', invoice.gross),
    ]),
    element('ram:InvoiceReferencedDocument', [element('ram:IssuerAssignedID', invoice.preceding)]),
  ]);
}

function day(prefix: string, text: string): Xml {
  return element(`${prefix}:DateTimeString`, text.replaceAll('-', ''), { format: '102' });
}

function party(each: EParty): Xml[] {
  const registered = (number: string | null, schemeID: string): Xml =>
    element('ram:SpecifiedTaxRegistration', [element('ram:ID', number, { schemeID })]);
  return [
    element('ram:Name', each.name),
    element('ram:SpecifiedLegalOrganization', [element('ram:ID', each.legalId)]),
    element('ram:PostalTradeAddress', [
      element('ram:PostcodeCode', each.postalCode),
      element('ram:LineOne', each.line1),
      element('ram:LineTwo', each.line2),
      element('ram:CityName', each.city),
      element('ram:CountryID', each.country),
      element('ram:CountrySubDivisionName', each.state),
    ]),
    registered(each.vatId, 'VA'),
    registered(each.taxId, 'FC'),
  ];
}

function lineOf(line: ELine): Xml {
  const { quantity, price } = pieceOf(line.net);
  return element('ram:IncludedSupplyChainTradeLineItem', [
    element('ram:AssociatedDocumentLineDocument', [element('ram:LineID', line.id)]),
    element('ram:SpecifiedTradeProduct', [element('ram:Name', line.name)]),
    element('ram:SpecifiedLineTradeAgreement', [
      element('ram:NetPriceProductTradePrice', [element('ram:ChargeAmount', price)]),
    ]),
    element('ram:SpecifiedLineTradeDelivery', [
      element('ram:BilledQuantity', quantity, { unitCode: 'C62' }),
    ]),
    element('ram:SpecifiedLineTradeSettlement', [
      element('ram:ApplicableTradeTax', [
        element('ram:TypeCode', 'VAT'),
        element('ram:CategoryCode', line.category),
        element('ram:RateApplicablePercent', line.rate),
      ]),
      element('ram:SpecifiedTradeSettlementLineMonetarySummation', [
        element('ram:LineTotalAmount', line.net),
      ]),
    ]),
  ]);
}
