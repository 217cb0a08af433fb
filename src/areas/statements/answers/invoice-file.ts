/** A document as a file: UBL, a PDF, or a Factur-X that is both. */
import path from 'node:path';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { EInvoice } from '#formats/e-invoice/invoice.ts';
import { writeCii } from '#formats/e-invoice/write-cii.ts';
import { writeUbl } from '#formats/e-invoice/write-ubl.ts';
import { markFacturX } from '#platform/pdf/factur-x.ts';
import { renderLetter } from '#platform/pdf/typst.ts';
import { type EInvoiceRefusal, electronicInvoice } from '../rules/e-invoice.ts';
import type { DocumentToWrite } from '../store/documents.ts';
import { invoiceWords } from '../words/invoices.ts';

export const invoiceForms = ['ubl', 'factur-x', 'pdf'] as const;
export type InvoiceForm = (typeof invoiceForms)[number];

export type InvoiceFile = {
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
};

const template = path.join(import.meta.dirname, 'invoice.typ');

export async function invoiceFile(
  written: DocumentToWrite,
  form: InvoiceForm,
): Promise<Outcome<InvoiceFile, EInvoiceRefusal>> {
  const { document, seller, buyer, iban, language } = written;
  const invoice = electronicInvoice(document, { seller, buyer, iban });
  if (!invoice.ok) return invoice;
  const name = document.number.replaceAll(/[^\w.-]+/gu, '-');
  if (form === 'ubl') {
    const body = writeUbl(invoice.value);
    return accept({ name: `${name}.xml`, type: 'application/xml', body });
  }
  const hybrid = form === 'factur-x';
  const data = laidOut(invoice.value, language, hybrid ? writeCii(invoice.value) : null);
  const pdf = await renderLetter(template, data, hybrid ? 'a-3b' : undefined);
  const body = hybrid ? markFacturX(pdf) : pdf;
  return accept({ name: `${name}.pdf`, type: 'application/pdf', body });
}

function laidOut(invoice: EInvoice, language: Language, xml: string | null) {
  const say = (key: keyof typeof invoiceWords): string => invoiceWords[key][language];
  const { seller, buyer, currency, dueOn } = invoice;
  const place = ({ line1, line2, city, state, postalCode }: EInvoice['buyer']): string[] =>
    [line1, line2, [city, state, postalCode].filter(Boolean).join(' ')].filter(
      (line): line is string => line !== null && line !== '',
    );
  return {
    language,
    xml,
    title: `${say(invoice.type === '381' ? 'paper.credit_note' : 'paper.invoice')} ${invoice.id}`,
    from: { name: seller.name, lines: place(seller) },
    address: [buyer.name, ...place(buyer)],
    aside: [
      `${say('paper.issued')} ${invoice.issuedOn}`,
      ...(dueOn === null ? [] : [`${say('paper.due')} ${dueOn}`]),
      ...(invoice.orderReference === null
        ? []
        : [`${say('paper.order')} ${invoice.orderReference}`]),
    ],
    words: {
      what: say('paper.what'),
      amount: say('paper.amount'),
      net: say('paper.net'),
      gross: say('paper.gross'),
    },
    lines: invoice.lines.map((line) => [line.name, line.net]),
    taxes: invoice.taxes.map(({ rate, tax }) => [
      `${say('paper.tax')}${rate === null ? '' : ` ${rate} %`}`,
      tax,
    ]),
    net: invoice.net,
    gross: `${invoice.gross} ${currency}`,
  };
}
