/**
 * What the columns of a card processor's report are called: Stripe, Adyen, PayPal in five
 * languages, and the plain list that most others export.
 */
import { type Dictionary } from '../tables/find-columns.ts';

export type CardField =
  | 'id'
  | 'on'
  | 'type'
  | 'status'
  | 'currency'
  | 'gross'
  | 'grossDebit'
  | 'grossCredit'
  | 'grossCurrency'
  | 'refunded'
  | 'fee'
  | 'commission'
  | 'markup'
  | 'schemeFees'
  | 'interchange'
  | 'net'
  | 'netDebit'
  | 'netCredit'
  | 'balance'
  | 'batch'
  | 'brand'
  | 'last4'
  | 'reference'
  | 'description'
  | 'source';

export const cardFields: Dictionary<CardField> = {
  id: {
    shape: 'text',
    words: [
      'balance transaction id,psp reference,transaction id,txn id,id transacción,' +
        'transaktionscode,numéro transaction,codice transazione,payment id,transaction number',
      'id,transaction,reference number',
    ],
  },
  on: {
    shape: 'day',
    words: [
      'created,created utc,creation date,settlement date,settled date,transaction date,' +
        'processed date,batch date,booking date',
      'date,fecha,datum,data,effective at,created at,payment date,deposit date',
      'available on,available on utc,arrival date',
    ],
  },
  type: {
    shape: 'text',
    words: [
      'reporting category,transaction type,event type,type,tipo,typ,record type,kind,entry type',
      'description,descripción,beschreibung,descrizione',
    ],
  },
  status: { shape: 'text', words: ['status,estado,statut,stato'] },
  currency: {
    shape: 'currency',
    words: [
      'converted currency,net currency,settlement currency,currency,divisa,moneda,währung,devise,' +
        'valuta,currency code',
    ],
  },
  gross: {
    shape: 'amount',
    words: [
      'gross,gross amount,total collected,bruto,brutto,brut,avant commission,lordo,importe bruto',
      'converted amount',
      'amount,sale amount,transaction amount,importe,betrag,montant',
    ],
  },
  grossDebit: { shape: 'amount', words: ['gross debit gc,gross debit'] },
  grossCredit: { shape: 'amount', words: ['gross credit gc,gross credit'] },
  grossCurrency: { shape: 'currency', words: ['gross currency'] },
  refunded: { shape: 'amount', words: ['converted amount refunded,amount refunded'] },
  fee: {
    shape: 'amount',
    words: [
      'fee,fees,fee amount,processing fee,total fee,total fees,comisión,comisiones,gebühr,' +
        'gebühren,commission,tariffa,frais,entgelt,discount fee,merchant fee',
    ],
  },
  commission: { shape: 'amount', words: ['commission nc'] },
  markup: { shape: 'amount', words: ['markup nc'] },
  schemeFees: { shape: 'amount', words: ['scheme fees nc'] },
  interchange: { shape: 'amount', words: ['interchange nc'] },
  net: {
    shape: 'amount',
    words: ['net,net amount,net total,neto,netto,importe neto,deposit amount,net deposit'],
  },
  netDebit: { shape: 'amount', words: ['net debit nc,net debit'] },
  netCredit: { shape: 'amount', words: ['net credit nc,net credit'] },
  balance: { shape: 'amount', words: ['balance,saldo,guthaben,solde'] },
  batch: {
    shape: 'text',
    words: [
      'automatic payout id,payout id,payout,batch number,batch id,batch,settlement id,' +
        'settlement batch id,deposit id,transfer id,transfer,lote',
    ],
  },
  brand: {
    shape: 'text',
    words: [
      'card brand,card type,brand,payment method variant,card network,marca,tarjeta',
      'payment method,payment method type',
    ],
  },
  last4: {
    shape: 'text',
    words: ['last4,last 4,card last4,card last 4,last four,pan suffix,card number'],
  },
  reference: {
    shape: 'text',
    words: [
      'merchant reference,invoice number,invoice id,order invoice,invoice,order id,order number,' +
        'order,id factura,número factura,rechnungsnummer,numéro facture,payment metadata invoice,' +
        'customer reference,po number',
      'reference,referencia,source id,source,charge id,payment intent id',
    ],
  },
  description: {
    shape: 'text',
    words: ['description,descripción,item title,subject,asunto,betreff,note,memo'],
  },
  source: { shape: 'text', words: ['source id,source,charge id,payment intent id'] },
};

/** Whose report it is, by names of columns that no other processor writes. */
export const processors: readonly (readonly [RegExp, string])[] = [
  [/\b(?:psp reference|net (?:debit|credit) nc)\b/u, 'adyen'],
  [/\bpayout status\b/u, 'shopify'],
  [/\bpan suffix\b/u, 'square'],
  [/\b(?:balance transaction id|reporting category|statement descriptor|payout id)\b/u, 'stripe'],
  [/\|available on(?: utc)?\|/u, 'stripe'],
  [/\|(?:from email address|correo electronico remitente|absender e mail adresse)\|/u, 'paypal'],
  [/\|(?:time ?zone|zona horaria|zeitzone|fuseau horaire)\|/u, 'paypal'],
];
