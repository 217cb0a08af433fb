/** What an invoice says on paper, and why one cannot be written electronically. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { EInvoiceRefusal } from '../rules/e-invoice.ts';

export const invoiceWords = {
  'statements.no_such_document': {
    en: 'No document has the number {number}.',
    es: 'Ningún documento tiene el número {number}.',
  },
  'statements.no_letterhead': {
    en: 'The company has no letterhead yet: its name and address must stand on the invoice.',
    es: 'La empresa aún no tiene membrete: su nombre y dirección deben constar en la factura.',
  },
  'statements.no_tax_number': {
    en: 'A taxed invoice names the tax number of its seller. Add it to the letterhead.',
    es: 'Una factura con impuesto lleva el número fiscal del vendedor. Agréguelo al membrete.',
  },
  'statements.lines_do_not_add_up': {
    en: 'The lines of {number} do not add up to its totals, so it cannot be told electronically.',
    es: 'Las líneas de {number} no suman sus totales, así que no se puede emitir electrónicamente.',
  },
  'statements.no_such_rate': {
    en: 'The tax of {number} is no percentage of its lines.',
    es: 'El impuesto de {number} no es un porcentaje de sus líneas.',
  },
  'statements.several_documents': {
    en: 'Several documents have the number {number}; name the account with --account.',
    es: 'Varios documentos tienen el número {number}; indique la cuenta con --account.',
  },
  'command.invoice': {
    en: 'A document as UBL, as Factur-X or as a PDF',
    es: 'Un documento en UBL, en Factur-X o en PDF',
  },
  'paper.invoice': { en: 'Invoice', es: 'Factura' },
  'paper.credit_note': { en: 'Credit note', es: 'Nota de crédito' },
  'paper.issued': { en: 'Issued', es: 'Emitida' },
  'paper.due': { en: 'Due', es: 'Vence' },
  'paper.order': { en: 'Order', es: 'Pedido' },
  'paper.what': { en: 'What', es: 'Concepto' },
  'paper.amount': { en: 'Amount', es: 'Importe' },
  'paper.net': { en: 'Net', es: 'Neto' },
  'paper.tax': { en: 'Tax', es: 'Impuesto' },
  'paper.gross': { en: 'Total', es: 'Total' },
} satisfies Catalogue & Readonly<Record<EInvoiceRefusal, Phrase>>;
