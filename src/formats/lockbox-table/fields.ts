/**
 * What the columns of a lockbox list are called: one row for each invoice that a check pays,
 * the check repeated on every row.
 */
import { type Dictionary } from '../tables/find-columns.ts';

export type LockboxField =
  | 'lockbox'
  | 'depositedOn'
  | 'batch'
  | 'item'
  | 'checkNumber'
  | 'checkAmount'
  | 'routing'
  | 'account'
  | 'payer'
  | 'invoice'
  | 'invoiceAmount'
  | 'discount'
  | 'currency'
  | 'checkDate'
  | 'reason';

export const lockboxFields: Dictionary<LockboxField> = {
  lockbox: {
    shape: 'text',
    words: ['lockbox,lockbox number,lockbox id,lockbox no,lbx,box number,apartado'],
  },
  depositedOn: {
    shape: 'day',
    words: [
      'deposit date,process date,processing date,processed date,receipt date,fecha depósito,' +
        'date deposited,credit date',
      'date,fecha,business date,batch date',
    ],
  },
  batch: { shape: 'text', words: ['batch,batch number,batch no,batch id,lote,número lote'] },
  item: {
    shape: 'text',
    words: [
      'item,item number,item no,sequence,sequence number,transaction,transaction number,' +
        'seq,envelope,envelope number,partida',
    ],
  },
  checkNumber: {
    shape: 'text',
    words: ['check number,check no,check #,cheque number,check serial,número cheque,check'],
  },
  checkAmount: {
    shape: 'amount',
    words: [
      'check amount,check amt,cheque amount,item amount,payment amount,remittance amount,' +
        'importe cheque,monto cheque',
    ],
  },
  routing: {
    shape: 'text',
    words: ['routing number,routing,rt,aba,aba number,transit,transit number,rt number'],
  },
  account: {
    shape: 'text',
    words: ['account number,account,dda,remitter account,payer account,cuenta,account no'],
  },
  payer: {
    shape: 'text',
    words: [
      'remitter,remitter name,payer,payer name,drawer,drawer name,customer name,pagador,librador',
      'name,nombre,customer',
    ],
  },
  invoice: {
    shape: 'text',
    words: [
      'invoice number,invoice,invoice no,invoice #,document number,reference,remittance invoice,' +
        'número factura,factura,bill number',
    ],
  },
  invoiceAmount: {
    shape: 'amount',
    words: [
      'invoice amount,amount applied,applied amount,invoice paid,paid amount,net amount,' +
        'remitted amount,importe factura,importe aplicado',
    ],
  },
  discount: { shape: 'amount', words: ['discount,discount amount,discount taken,descuento'] },
  currency: { shape: 'currency', words: ['currency,currency code,moneda,divisa,ccy'] },
  checkDate: {
    shape: 'day',
    words: ['check date,cheque date,fecha cheque,envelope date,postmark date'],
  },
  reason: { shape: 'text', words: ['reason,deduction reason,reason code,comment,motivo,notes'] },
};
