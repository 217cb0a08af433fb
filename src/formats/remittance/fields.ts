/**
 * What payers call the columns of a remittance advice, in English and Spanish, and the
 * words that stand before its total, its date and its number.
 */
import { type Dictionary } from '../tables/find-columns.ts';

export type RemittanceField =
  | 'reference'
  | 'type'
  | 'order'
  | 'issuedOn'
  | 'gross'
  | 'discount'
  | 'deduction'
  | 'reason'
  | 'paid'
  | 'note'
  | 'payer'
  | 'payerId'
  | 'paymentReference'
  | 'paidOn'
  | 'total'
  | 'currency';

export const remittanceFields: Dictionary<RemittanceField> = {
  reference: {
    shape: 'text',
    words: [
      'invoice number,invoice no,invoice,invoice #,invoice id,inv number,supplier invoice,' +
        'vendor invoice,vendor invoice number,supplier invoice number,invoice ref,' +
        'invoice reference,your invoice,invoice credit memo,invoice or credit,bill number,' +
        'document number,document no,document reference,external document number,' +
        'número factura,no factura,nº factura,factura,folio,folio factura,número documento,' +
        'documento,su factura,comprobante',
      'reference,reference number,your reference,vendor reference,document,referencia,' +
        'su referencia,claim number',
      'number,description,item',
    ],
  },
  type: {
    shape: 'text',
    words: ['document type,type,doc type,transaction type,tipo,tipo documento,clase'],
  },
  order: {
    shape: 'text',
    words: ['po number,po,purchase order,order number,our order,po #,orden compra,oc,pedido'],
  },
  issuedOn: {
    shape: 'day',
    words: [
      'invoice date,document date,bill date,inv date,fecha factura,fecha documento,' +
        'fecha emisión,emisión',
      'date,fecha',
    ],
  },
  gross: {
    shape: 'amount',
    words: [
      'gross amount,gross,invoice amount,invoice total,original amount,document amount,' +
        'amount invoiced,bill amount,gross invoice amount,total invoice,' +
        'importe bruto,bruto,' +
        'importe factura,monto factura,importe original,monto original,importe documento',
      'amount,importe,monto,open amount,amount due,balance',
    ],
  },
  discount: {
    shape: 'amount',
    words: [
      'discount,discount amount,discount taken,disc,cash discount,discounts,' +
        'terms discount,' +
        'early payment discount,discount applied,descuento,descuentos,dto,descuento pronto pago,' +
        'descuento tomado,importe descuento',
    ],
  },
  deduction: {
    shape: 'amount',
    words: [
      'deduction,deductions,adjustment,adjustments,adjustment amount,deduction amount,' +
        'withholding,' +
        'tax withheld,short pay,shortpay,chargeback,deducción,deducciones,retención,' +
        'retenciones,ajuste,ajustes,penalty,other deductions',
      'tax,iva retenido,withholding tax',
    ],
  },
  reason: {
    shape: 'text',
    words: [
      'reason,reason code,deduction reason,adjustment reason,deduction code,adj code,reason text,' +
        'motivo,razón,causa,código motivo,motivo deducción',
    ],
  },
  paid: {
    shape: 'amount',
    words: [
      'net amount,net,amount paid,paid amount,net amount paid,paid,net paid,' +
        'amount remitted,net payment,payment,this payment,amount applied,remitted amount,' +
        'net invoice amount,pay amount,neto,importe neto,importe pagado,monto pagado,pagado,' +
        'monto neto,pago,neto pagado,total pagado,importe pago,net due',
      'amount usd,total',
    ],
  },
  note: {
    shape: 'text',
    words: [
      'description,comment,comments,memo,notes,note,remarks,text,details,concepto,descripción,' +
        'observaciones,comentario,comentarios,notas',
    ],
  },
  payer: {
    shape: 'text',
    words: ['payer,payer name,customer,customer name,paid by,pagador,company,cliente,ordenante'],
  },
  payerId: {
    shape: 'text',
    words: ['payer id,customer number,customer id,account number,vendor number,vendor id'],
  },
  paymentReference: {
    shape: 'text',
    words: [
      'check number,check no,check #,payment number,payment reference,payment no,payment id,' +
        'trace number,eft number,ach trace,wire reference,remittance number,número pago,' +
        'referencia pago,número cheque,no cheque,payment document',
    ],
  },
  paidOn: {
    shape: 'day',
    words: ['payment date,check date,paid date,pay date,remittance date,fecha pago,fecha cheque'],
  },
  total: {
    shape: 'amount',
    words: [
      'check amount,payment amount,payment total,total payment,check total,remittance total,' +
        'total pago',
    ],
  },
  currency: { shape: 'currency', words: ['currency,currency code,curr,moneda,divisa,ccy'] },
};

/** A row or a line that states the whole. */
export const totalWords = new RegExp(
  '\\b(?:(?:grand |check |payment |remittance |net |invoice |sub)?totals?|total (?:paid|payment|' +
    'amount|pagado|pago|general|neto)|amount of (?:check|payment)|payment amount|check amount|' +
    'amount paid|importe total|monto total|importe del pago|monto del pago|suma)\\b',
  'iu',
);

/** A document that the payer takes off. */
export const creditWords =
  /\b(?:cm|cn|cr|credit(?: ?memo| ?note)?|nc|nota de cr[eé]dito|abono|return|rma)\b/iu;

/** Before the number of a payment; the value follows. */
export const referenceLabel = new RegExp(
  '\\b(?:check|cheque|eft|ach|wire|payment|trace|remittance|transaction|transfer|confirmation|' +
    'pago|transferencia)\\s{0,9}' +
    '(?:(?:document|trace|reference|confirmation|de referencia)\\s{0,9})?' +
    '(?:number|no\\.?|num\\.?|#|n[º°]\\.?|reference|ref\\.?|id|referencia)?\\s{0,9}[:#]\\s*' +
    '((?:[A-Z]{2,5} )?[A-Z0-9][A-Z0-9./-]{2,34})',
  'giu',
);
export const paidOnLabel = new RegExp(
  '(?:(?:payment|check|value|pay|remittance|settlement|effective|wire|ach) date|date paid|' +
    'date of payment|paid on|fecha (?:del? )?(?:pago|cheque|valor|transferencia))' +
    '\\s*[:#-]?\\s*(.{6,30})',
  'iu',
);
export const payerLabel = new RegExp(
  '^\\s*(?:payer|paid by|from|remitter|payor|pagador|ordenante|empresa|emisor|company)' +
    '(?: name)?\\s*:\\s*(\\S.{1,70})$',
  'iu',
);
