/**
 * What kind of document or payment a source means by its own code or word.
 *
 * SAP, QuickBooks, Sage, NetSuite and Oracle each have their codes, people have words in two
 * languages. A word that is not known is answered with undefined, and the sign decides.
 */
import { type ApplicationKind, type DocumentKind, type PaymentKind } from './records.ts';

const documents: { readonly [K in DocumentKind]: string } = {
  invoice:
    'inv,invoice,invoices,factura,fact,fac,fv,bill,ri,rv,dr,custinvc,custinv,sales invoice,' +
    'tax invoice,standard invoice,charge,fc,in,rechnung,f,i',
  debit_memo: 'dm,dn,debit memo,debit note,debitmemo,nota débito,nota cargo,nd,dbm,chargeback,cb',
  credit_memo:
    'cm,cn,credit memo,credit note,creditmemo,credit,nota crédito,nota abono,nc,abono,ra,dg,' +
    'custcred,credit invoice,g2,crm,factura rectificativa',
  receipt:
    'pmt,pay,payment,payments,receipt,cash,unapplied,unapplied cash,on account,pago,recibo,' +
    'cobro,anticipo,dz,custpymt,customer payment,deposit,prepayment,rp',
};

const payments: { readonly [K in PaymentKind]: string } = {
  receipt: 'receipt,payment,pmt,pay,pago,cobro,recibo,cash,check,customer payment,rp',
  refund: 'refund,refunds,refund receipt,reembolso,devolución,rf',
  return:
    'nsf,return,returned,returned payment,bounced,returned check,chargeback,devuelto,' +
    'cheque devuelto,rechazo,reversal',
};

const applications: { readonly [K in ApplicationKind]: string } = {
  payment: 'payment,pay,pmt,cash,receipt,pago,cobro',
  credit: 'credit,credit memo,cm,credit note,nota crédito,abono',
  discount: 'discount,disc,cash discount,descuento,pronto pago',
  write_off: 'writeoff,write off,write-off,adjustment,bad debt,castigo,incobrable,ajuste',
};

/** The kind of document that a word means, or undefined. */
export function documentKindOf(text: string): DocumentKind | undefined {
  return documentWords.get(plainWord(text));
}

export function paymentKindOf(text: string): PaymentKind | undefined {
  return paymentWords.get(plainWord(text));
}

export function applicationKindOf(text: string): ApplicationKind | undefined {
  return applicationWords.get(plainWord(text));
}

const documentWords = wordsOf(documents);
const paymentWords = wordsOf(payments);
const applicationWords = wordsOf(applications);

function wordsOf<T extends string>(table: { readonly [K in T]: string }): ReadonlyMap<string, T> {
  // The keys of a literal table are exactly the kinds of its type.
  const known = Object.keys(table) as T[];
  return new Map(
    known.flatMap((kind) => table[kind].split(',').map((word) => [plainWord(word), kind])),
  );
}

function plainWord(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  return plain.replace(/[_\s]+(?:de[_\s]+)?/gu, ' ');
}
