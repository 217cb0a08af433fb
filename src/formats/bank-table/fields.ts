/**
 * What the columns of a bank's table are called, in English, Spanish, German, French,
 * Italian, Dutch and Portuguese.
 *
 * Names of the first tier can mean nothing else; one of the last is taken only when no
 * better column is there. They are compared without case, accents and little words.
 */
import { type Dictionary } from '../tables/find-columns.ts';

export type BankField =
  | 'bookedOn'
  | 'valueOn'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'sign'
  | 'balance'
  | 'currency'
  | 'account'
  | 'payerName'
  | 'payerAccount'
  | 'checkNumber'
  | 'externalId'
  | 'reference'
  | 'status'
  | 'type'
  | 'code';

export const bankFields: Dictionary<BankField> = {
  bookedOn: {
    shape: 'day',
    words: [
      'posting date,posted date,post date,date posted,booking date,booked on,book date,' +
        'entry date,fecha contable,fecha operación,fecha movimiento,f operación,' +
        'f contable,buchungstag,buchungsdatum,date comptable,date opération,' +
        'data contabile,data lançamento,data movimento,boekdatum,boekingsdatum',
      'transaction date,date,posted,booked,buchung,fecha,datum,data,fecha transacción,' +
        'trade date,as of date,as of,' +
        'día,day,date operation,completed date,process date',
      'deposit date,effective date,created,created date,started date,fecha registro',
    ],
  },
  valueOn: {
    shape: 'day',
    words: [
      'value date,val date,fecha valor,f valor,valuta,valutadatum,wertstellung,wertstellungstag,' +
        'date valeur,date de valeur,data valuta,data valor,rentedatum,value dt,available date',
    ],
  },
  amount: {
    shape: 'amount',
    words: [
      'amount,transaction amount,importe,monto,betrag,montant,importo,bedrag,umsatz,' +
        'amount account currency,importe movimiento,monto movimiento,' +
        'net amount,importo euro,valor r,quantia,paid amount,posted amount,signed amount',
      'net,neto,value,valor,movement,movimiento,total,cantidad,suma',
    ],
  },
  debit: {
    shape: 'amount',
    words: [
      'debit,debits,debit amount,withdrawal,withdrawals,withdrawal amount,withdrawal amt,' +
        'money out,paid out,cargo,cargos,debe,retiro,retiros,débito,débitos,adeudo,adeudos,' +
        'egreso,egresos,salida,salidas,soll,belastung,belastungen,lastschrift,débit,dare,' +
        'uscite,addebiti,addebito,sorties,saída,saídas,outflow,amount debit,importe cargo,' +
        'débito r',
      'payments,charges,af,out,dr',
    ],
  },
  credit: {
    shape: 'amount',
    words: [
      'credit,credits,credit amount,deposit,deposits,deposit amount,deposit amt,money in,' +
        'paid in,abono,abonos,haber,depósito,depósitos,crédito,créditos,ingreso,ingresos,' +
        'entrada,entradas,haben,gutschrift,gutschriften,crédit,avere,entrate,accrediti,' +
        'accredito,entrées,inflow,amount credit,importe abono,crédito r',
      'receipts,bij,in,cr',
    ],
  },
  sign: {
    shape: 'sign',
    words: [
      'd c,dr cr,cr dr,c d,db cr,debit credit,credit debit,debit credit indicator,' +
        'credit debit indicator,debit or credit,cdt dbt ind,soll haben,s h,af bij,sens,' +
        'cargo abono,debe haber,indicator,transaction sign,sign,signo,dc,transaction type,type,' +
        'tipo,tipo movimiento,tipo transacción,direction',
      'details',
    ],
  },
  balance: {
    shape: 'amount',
    words: [
      'balance,running balance,ledger balance,account balance,saldo,kontostand,solde,' +
        'saldo contable,saldo final,saldo r,closing balance,ending balance,balance after,' +
        'saldo dopo',
      'available balance,saldo disponible',
    ],
  },
  currency: {
    shape: 'currency',
    words: [
      'currency,currency code,ccy,curr,cur,divisa,moneda,währung,waehrung,devise,monnaie,monn,' +
        'valuta code,munt,moeda,currency id',
    ],
  },
  account: {
    shape: 'text',
    words: [
      'account number,account,account name,account id,own account,kontonummer,konto,cuenta,' +
        'número cuenta,compte,numéro compte,conto,rekening,rekeningnummer,conta,iban,product,' +
        'produit,auftragskonto,bank account number,our account',
    ],
  },
  payerName: {
    shape: 'text',
    words: [
      'payer,payer name,remitter,remitter name,payee,counterparty,counterparty name,' +
        'partner name,originator,originator name,sender,sender name,ordenante,beneficiario,' +
        'beneficiary,beneficiary name,auftraggeber,empfänger,auftraggeber empfänger,' +
        'auftraggeber begünstigter,beguenstigter zahlungspflichtiger,' +
        'begünstigter zahlungspflichtiger,contrepartie,controparte,tegenpartij,' +
        'naam tegenpartij,company name,nombre ordenante,debtor name,name of payer',
      'name,nombre,nom,naam,nome',
    ],
  },
  payerAccount: {
    shape: 'text',
    words: [
      'payer account,counterparty account,counterparty iban,bank account,partner account,' +
        'remitter account,originator account,sender account,contra account,from account,' +
        'gegenkonto,kontonummer iban,iban counterparty,iban ordenante,cuenta ordenante,' +
        'tegenrekening,debtor iban,debtor account',
      'number',
    ],
  },
  checkNumber: {
    shape: 'text',
    words: [
      'check number,check no,check #,check,check or slip #,check slip number,cheque number,' +
        'cheque no,serial number,check serial number,número cheque,nro cheque,núm cheque,' +
        'no cheque,numéro chèque',
    ],
  },
  externalId: {
    shape: 'text',
    words: [
      'transaction id,unique id,fitid,bank reference,bank ref,bank reference number,' +
        'trace number,id transacción,no transaction,n transaction,numéro transaction,' +
        'transaction number,no de transaction,servicer reference,imad,trn',
      'id,transaction reference,identifier',
    ],
  },
  reference: {
    shape: 'text',
    words: [
      'customer reference,customer ref,client reference,end to end id,end to end reference,' +
        'sepa reference,payment reference,your reference,kundenreferenz,' +
        'kundenreferenz end to end,referencia cliente,' +
        'creditor reference',
      'reference,ref,referencia,reference number,referenz,référence,riferimento,kenmerk,' +
        'referência,ref #',
    ],
  },
  status: { shape: 'text', words: ['status,estado,state,statut,stato'] },
  type: {
    shape: 'text',
    words: [
      'transaction type,type,tipo,tipo movimiento,tipo operación,buchungstext,posting text,' +
        'mutatiesoort,transaction description type,payment type',
    ],
  },
  code: { shape: 'text', words: ['bai code,bai type code,bai type,bai,type code,bai2 code'] },
};

/** Columns whose text says what a line is for; a number may follow the word: `VWZ3`. */
export const saidWords = new RegExp(
  '^(?:(?:original |transaction |additional |bank |extended |payment |long |full )?' +
    '(?:description|descriptions|details?|memo|narrative|narration|text|note|notes|purpose|' +
    'reason|information|info|label|remarks?|particulars|addenda)|desc|concepto|descripcion|' +
    'detalle|glosa|observaciones|motivo|leyenda|verwendungszweck|vwz|zweck|bemerkung|libelle|' +
    'communication|motif|descrizione|causale|omschrijving|mededelingen|descricao|historico|' +
    'referencia ampliada|mas datos|concepto ampliado|remittance information|posting text|' +
    'buchungstext|movimiento|naam omschrijving)(?: ?\\d+)?$',
  'u',
);

/** Names that lists of documents and tables of a card processor have and a bank never writes. */
export const documentWords = new RegExp(
  '^(?:due date|net due date|days overdue|customer (?:number|no|id|name)|open amount|' +
    'amount due|(?:fecha )?vencimiento|fecha vto|cliente|invoice (?:date|amount|total)|' +
    'payment terms|fecha factura|numero factura|charge id|payment intent id|' +
    'balance transaction(?: id)?|livemode|psp reference)$',
  'u',
);
