/** Writes UBL 2.1: an Invoice, or a CreditNote, whose elements come in the order of its schema. */
import { type Xml, element } from '../xml/write.ts';
import {
  type EInvoice,
  type ELine,
  type EParty,
  type ETax,
  en16931,
  exemptionReasons,
  onReceipt,
  pieceOf,
} from './invoice.ts';

const space = 'urn:oasis:names:specification:ubl:schema:xsd';

export function writeUbl(invoice: EInvoice): string {
  const credit = invoice.type === '381';
  const root = credit ? 'CreditNote' : 'Invoice';
  const amount = (name: string, value: string): Xml =>
    element(`cbc:${name}`, value, { currencyID: invoice.currency });
  const body = [
    element('cbc:CustomizationID', en16931),
    element('cbc:ID', invoice.id),
    element('cbc:IssueDate', invoice.issuedOn),
    credit ? '' : element('cbc:DueDate', invoice.dueOn),
    element(credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', invoice.type),
    element('cbc:DocumentCurrencyCode', invoice.currency),
    element('cbc:BuyerReference', invoice.buyerReference),
    element('cac:OrderReference', [element('cbc:ID', invoice.orderReference)]),
    element('cac:BillingReference', [
      element('cac:InvoiceDocumentReference', [element('cbc:ID', invoice.preceding)]),
    ]),
    element('cac:AccountingSupplierParty', [party(invoice.seller)]),
    element('cac:AccountingCustomerParty', [party(invoice.buyer)]),
    paymentMeans(invoice, credit),
    element('cac:PaymentTerms', [element('cbc:Note', invoice.dueOn === null ? onReceipt : null)]),
    element('cac:TaxTotal', [
      amount('TaxAmount', invoice.tax),
      ...invoice.taxes.map((tax) =>
        element('cac:TaxSubtotal', [
          amount('TaxableAmount', tax.basis),
          amount('TaxAmount', tax.tax),
          element('cac:TaxCategory', category(tax, true)),
        ]),
      ),
    ]),
    element('cac:LegalMonetaryTotal', [
      amount('LineExtensionAmount', invoice.net),
      amount('TaxExclusiveAmount', invoice.net),
      amount('TaxInclusiveAmount', invoice.gross),
      amount('PayableAmount', invoice.gross),
    ]),
    ...invoice.lines.map((line) => lineOf(line, invoice, credit)),
  ];
  const spaces = {
    xmlns: `${space}:${root}-2`,
    'xmlns:cac': `${space}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${space}:CommonBasicComponents-2`,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, body, spaces)}\n`;
}

function party(each: EParty): Xml {
  return element('cac:Party', [
    element('cac:PostalAddress', [
      element('cbc:StreetName', each.line1),
      element('cbc:AdditionalStreetName', each.line2),
      element('cbc:CityName', each.city),
      element('cbc:PostalZone', each.postalCode),
      element('cbc:CountrySubentity', each.state),
      element('cac:Country', [element('cbc:IdentificationCode', each.country)]),
    ]),
    scheme(each.vatId, 'VAT'),
    scheme(each.taxId, 'TAX'),
    element('cac:PartyLegalEntity', [
      element('cbc:RegistrationName', each.name),
      element('cbc:CompanyID', each.legalId),
    ]),
    element('cac:Contact', [element('cbc:ElectronicMail', each.email)]),
  ]);
}

function scheme(number: string | null, name: string): Xml {
  if (number === null) return '';
  return element('cac:PartyTaxScheme', [
    element('cbc:CompanyID', number),
    element('cac:TaxScheme', [element('cbc:ID', name)]),
  ]);
}

/** 58 is a credit transfer to the account that is named, 1 any means. */
function paymentMeans({ iban, dueOn }: EInvoice, credit: boolean): Xml {
  if (iban === null && !(credit && dueOn !== null)) return '';
  return element('cac:PaymentMeans', [
    element('cbc:PaymentMeansCode', iban === null ? '1' : '58'),
    credit ? element('cbc:PaymentDueDate', dueOn) : '',
    element('cac:PayeeFinancialAccount', [element('cbc:ID', iban)]),
  ]);
}

function category(
  { category: code, rate }: Pick<ETax, 'category' | 'rate'>,
  total: boolean,
): Xml[] {
  return [
    element('cbc:ID', code),
    element('cbc:Percent', rate),
    total && code !== 'S' ? element('cbc:TaxExemptionReason', exemptionReasons[code]) : '',
    element('cac:TaxScheme', [element('cbc:ID', 'VAT')]),
  ];
}

function lineOf(line: ELine, { currency }: EInvoice, credit: boolean): Xml {
  const { quantity, price } = pieceOf(line.net);
  return element(credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine', [
    element('cbc:ID', line.id),
    element(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', quantity, {
      unitCode: 'C62',
    }),
    element('cbc:LineExtensionAmount', line.net, { currencyID: currency }),
    element('cac:Item', [
      element('cbc:Name', line.name),
      element('cac:ClassifiedTaxCategory', category(line, false)),
    ]),
    element('cac:Price', [element('cbc:PriceAmount', price, { currencyID: currency })]),
  ]);
}
