/**
 * What the columns of a file are called, in English and Spanish and in the tongues of SAP,
 * QuickBooks, Sage, Dynamics and Oracle.
 *
 * Each field has tiers: a name of the first tier can mean nothing else, one of the last is
 * taken only when no better column is there. Names are separated by commas and compared as
 * plain names (see header-name.ts), so case, accents and little words do not matter.
 */
import { deskSynonyms } from './desk-synonyms.ts';
import { type FieldOf, type Kind } from './kinds.ts';

export type Synonyms<K extends Kind> = { readonly [F in FieldOf<K>]?: readonly string[] };

const customerNumber = [
  'customer number,customer no,customer num,customer #,customer id,customer code,' +
    'customer account,customer account number,cust number,cust num,cust no,cust id,cust #,' +
    'account number,account no,account id,account code,acct no,acct number,acct #,' +
    'bill to number,bill to id,sold to,sold to party,debtor number,debtor no,' +
    'kunnr,client id,client number,client no,client code,business partner,custaccount,' +
    'customeraccountnum,party number,customer ref,número cliente,núm cliente,nº cliente,' +
    'no cliente,nro cliente,n cliente,código cliente,cod cliente,id cliente,cuenta cliente,' +
    'cliente número,clave cliente',
  'customer,account,client,cliente,cuenta,debtor,deudor,bill to,entity',
];
const customerName = [
  'customer name,cust name,client name,account name,name customer,bill to name,sold to name,' +
    'debtor name,party name,nombre cliente,razón social,cliente nombre,organization name,name1',
  'customer,client,account,cliente,debtor,deudor,name,nombre,bill to,entity',
  'company,company name,empresa,contact name',
];
const company = [
  'company code,business code,bukrs,legal entity,entity id,business unit,operating unit,' +
    'org id,subsidiary,sociedad,código empresa,código sociedad,dataareaid,company id',
  'company,empresa',
  'entity',
];
const currency = [
  'currency,currency code,curr,ccy,crcy,waers,currency id,invoice currency,document currency,' +
    'invoice currency code,' +
    'transaction currency,txn currency,moneda,divisa,código moneda,clave moneda,cur',
];
const deleted = [
  'fivetran deleted,deleted,is deleted,void,voided,is void,anulado,anulada,eliminado,cancelada',
];
const termsCode = [
  'terms,terms code,payment terms,payment term,payment terms code,zterm,cust payment terms,' +
    'term code,sales term,sales term id,condiciones pago,condición pago,términos pago,' +
    'términos,plazo pago',
];
const collector = [
  'collector,collector name,collector code,credit controller,collection specialist,gestor,' +
    'cobrador,analista cobranza',
  'owner,assigned to,responsable,sales rep,salesperson',
];
const email = [
  'email,e mail,email address,billing email,bill email,ap email,correo,correo electrónico',
];
const country = ['country,country code,customer country,land1,país'];

const items: Synonyms<'items'> = {
  externalId: [
    'document id,doc id,internal id,record id,recordno,record no,txn id,uuid,system id,' +
      'id documento,id factura,customer trx id,external id',
    'invoice id,transaction id,id',
  ],
  number: [
    'invoice number,invoice no,invoice num,invoice #,invoice nbr,inv number,inv no,inv #,' +
      'document number,document no,doc number,doc no,doc #,docnumber,bill number,bill no,' +
      'trx number,tran id,tranid,voucher,belnr,accounting document,billing document,vbeln,' +
      'número factura,núm factura,nº factura,no factura,nro factura,n factura,folio,' +
      'número documento,núm documento,nº documento,no documento,nro documento,n documento,' +
      'número comprobante,folio factura',
    'invoice,factura,document,documento,comprobante,transaction number,bill,folio fiscal',
    'number,no,num,número,#,nº',
  ],
  instalment: [
    'installment,instalment,installment number,instalment number,line item,item no,buzei,' +
      'posición,cuota,número cuota,terms sequence number,schedule line',
  ],
  documentKind: [
    'document type,doc type,transaction type,trx type,txn type,trans type,invoice type,blart,' +
      'record type,tipo documento,tipo comprobante,clase documento',
    'type,tipo,class,clase',
  ],
  customerNumber,
  customerName,
  company,
  currency,
  issuedOn: [
    'invoice date,inv date,document date,doc date,issue date,date issue,issued on,issued,' +
      'bill date,billing date,bldat,trx date,trandate,trans date,fecha factura,' +
      'fecha emisión,emisión,' +
      'fecha documento,fecha expedición',
    'date,fecha,transaction date,txn date',
    'posting date,budat,created,created on,created date,entry date,gl date,fecha contable,' +
      'fecha registro,posted date,accounting date',
  ],
  dueOn: [
    'due date,due on,date due,due by,net due date,payment due date,maturity date,netdt,' +
      'due in date,duedate,whendue,fecha vencimiento,vencimiento,fecha vto,vto,fecha venc,' +
      'fecha límite,fecha límite pago,f vencimiento',
    'due,vence,maturity,pay by',
  ],
  termsCode,
  netDays: [
    'net days,term days,terms days,days net,credit days,días crédito,días plazo,días pago,' +
      'plazo días',
  ],
  original: [
    'original amount,orig amount,invoice amount,invoice amt,inv amount,inv amt,invoice total,' +
      'total invoice,total amount,document amount,document total,amount original,gross amount,' +
      'amount document currency,amount doc curr,amount in document currency,wrbtr,' +
      'amount in doc curr,total entered,amount due original,amount cur,' +
      'importe factura,importe original,importe total,' +
      'monto total,monto factura,monto original,valor factura,total factura,importe bruto',
    'amount,amt,total,original,value,importe,monto,valor,gross',
    'amount in local currency,amount local currency,dmbtr,local amount,base amount',
  ],
  net: [
    'net amount,subtotal,amount before tax,taxable amount,base imponible,importe neto',
    'net,neto',
  ],
  tax: [
    'tax amount,vat amount,sales tax,total tax,tax total,importe iva,cuota iva',
    'tax,vat,iva,impuesto,impuestos,gst,hst',
  ],
  open: [
    'open amount,open amt,open balance,balance due,amount due,outstanding amount,' +
      'outstanding balance,remaining amount,remaining balance,amount open,unpaid amount,' +
      'amount outstanding,total open amount,amount remaining,amount due remaining,total due,' +
      'invoice amount due,totaldue,amount unpaid,' +
      'saldo pendiente,importe pendiente,monto pendiente,saldo abierto,importe abierto,' +
      'saldo factura,foreign amount unpaid',
    'balance,outstanding,remaining,unpaid,open,residual,saldo,pendiente,adeudo,por cobrar',
  ],
  debit: ['debit,debits,debit amount,debe,cargo,cargos'],
  credit: ['credit,credits,credit amount,haber,abono,abonos'],
  poNumber: [
    'po,po number,po no,po #,purchase order,purchase order number,customer po,cust po,' +
      'customer po number,otherrefnum,custom p o number,orden compra,número orden compra,oc,' +
      'no oc,pedido cliente,customer order number',
  ],
  orderNumber: [
    'order,order id,order number,order no,sales order,sales order number,so number,pedido,' +
      'número pedido,orden venta',
  ],
  credits: [
    'credits doc id,credited invoice,credit for invoice,original invoice,rebzg,' +
      'factura relacionada,applies to invoice',
  ],
  reference: [
    'reference,ref,reference number,reference no,ref #,xblnr,your reference,referencia',
    'assignment,zuonr,memo,description,text,sgtxt,descripción,concepto,notes,comments,notas',
  ],
  disputed: [
    'disputed,in dispute,is disputed,dispute flag,en disputa,disputada',
    'dispute,dispute status,disputa',
  ],
  disputedOn: ['disputed on,dispute date,dispute opened,fecha disputa'],
  disputeResolvedOn: [
    'dispute resolved on,dispute resolved,dispute closed,fecha resolución disputa',
  ],
  disputeReason: ['dispute reason,dispute code,dispute type,motivo disputa', 'reason code,motivo'],
  disputeOutcome: ['dispute case,dispute outcome,dispute result,resultado disputa'],
  paidOn: [
    'paid date,date paid,paid on,settled date,settlement date,clear date,clearing date,' +
      'cleared on,augdt,payment date,date settled,whenpaid,fecha pago,fecha cobro,pagado el,' +
      'fecha compensación,closed date',
  ],
  settled: [
    'paid amount,amount paid,settled amount,total paid,totalpaid,amount applied,' +
      'invoice amount paid,settle amount cur,' +
      'applied amount,importe pagado,monto pagado,total cobrado,importe cobrado',
    'paid,payments,pagado,cobrado,applied',
  ],
  collector,
  discountOn: ['discount date,discount due date,cash discount date,fecha descuento'],
  discount: [
    'discount amount,cash discount,discount available,wskto,importe descuento',
    'discount,descuento,pronto pago',
  ],
  exchangeRate: [
    'exchange rate,fx rate,currency rate,conversion rate,kursf,tipo cambio,tasa cambio',
  ],
  email,
  country,
  deleted,
};

const customers: Synonyms<'customers'> = {
  number: [
    customerNumber[0] ?? '',
    'customer,account,client,cliente,cuenta,number,no,num,número,#,code,código,clave',
    'id',
  ],
  name: [
    customerName[0] ?? '',
    'name,nombre,display name,customer,client,cliente',
    'company,company name,empresa',
  ],
  parentNumber: [
    'parent,parent id,parent customer,parent account,parent number,parent customer id,' +
      'parent company,matriz,cliente padre',
  ],
  payerNumber: ['payer,payer id,payer number,pagador'],
  billWithParent: ['bill with parent'],
  company,
  segment: [
    'segment,customer type,customer group,segmento,tipo cliente,grupo cliente',
    'industry,sector,category,categoría,class',
  ],
  termsCode,
  currency,
  creditLimit: [
    'credit limit,credit line,klimk,límite crédito,línea crédito,credit limit amount',
    'limit,límite',
  ],
  language: ['language,lang,preferred language,idioma,lengua,spras'],
  email,
  phone: ['phone,phone number,telephone,tel,mobile,teléfono,móvil,celular'],
  contactName: [
    'contact,contact name,contact person,ap contact,attention,attn,contacto,' +
      'nombre contacto,persona contacto',
  ],
  address: ['address,street,address line 1,street address,line 1,dirección,calle,domicilio'],
  city: ['city,town,ciudad,localidad,municipio,población,ort01'],
  state: ['state,province,state province,region,estado,provincia,departamento'],
  postalCode: ['zip,zip code,postal code,postcode,código postal,cp,pstlz'],
  country,
  taxExempt: ['tax exempt,resale exempt,exempt,exento,exento impuestos'],
  taxable: ['taxable,gravado'],
  collector,
  deleted,
};

const payments: Synonyms<'payments'> = {
  externalId: [
    'payment id,receipt id,payment number,payment no,payment #,receipt number,receipt no,' +
      'receipt #,cash receipt id,número recibo,recibo,id pago,número pago,pago no',
    'transaction id,payment,receipt,pago',
    'id,number,no,número,document number',
  ],
  paymentKind: ['payment type,receipt type,tipo pago', 'type,transaction type,tipo'],
  customerNumber,
  customerName,
  company,
  currency,
  receivedOn: [
    'payment date,receipt date,received on,received date,date received,deposit date,posted on,' +
      'fecha pago,fecha cobro,fecha recibo,fecha depósito',
    'date,fecha,value date,fecha valor,transaction date',
    'posting date,posted date,fecha contable',
  ],
  method: [
    'method,payment method,payment method id,tender,pay method,payment mode,forma pago,' +
      'método pago,medio pago',
  ],
  reference: [
    'check number,check no,check #,cheque,cheque number,número cheque,reference,ref,' +
      'reference number,referencia,trace,confirmation,wire reference',
  ],
  amount: [
    'payment amount,receipt amount,amount received,paid amount,amount paid,total amount,' +
      'importe pago,importe cobrado,monto pagado,importe pagado',
    'amount,amt,total,importe,monto,valor',
  ],
  unapplied: [
    'unapplied,unapplied amount,amount unused,on account,sin aplicar,no aplicado,' +
      'importe sin aplicar',
  ],
  ofPayment: ['ref payment id,original payment,returned payment,refunded payment'],
  deleted,
};

const applications: Synonyms<'applications'> = {
  externalId: ['application id,allocation id,id aplicación', 'id'],
  appliedOn: [
    'applied on,application date,apply date,applied date,allocation date,fecha aplicación',
    'date,fecha',
  ],
  sourceKind: ['source type'],
  sourceId: [
    'source id,payment id,payment number,receipt number,receipt id,número recibo,id pago',
    'payment,receipt,pago,recibo',
  ],
  applicationKind: ['application type,tipo aplicación', 'kind,type,tipo'],
  documentId: [
    'invoice id,invoice number,invoice no,document id,doc id,document number,' +
      'número factura,id factura',
    'invoice,factura,document,documento,applied to',
  ],
  currency,
  amount: [
    'amount applied,applied amount,application amount,allocated amount,importe aplicado,' +
      'monto aplicado',
    'amount,amt,importe,monto',
  ],
  deleted,
};

const orders: Synonyms<'orders'> = {
  externalId: [
    'order id,order number,order no,order #,sales order,so number,número pedido,id pedido',
    'order,pedido',
  ],
  customerNumber,
  customerName,
  company,
  currency,
  orderedOn: ['order date,ordered on,date ordered,fecha pedido', 'date,fecha'],
  amount: [
    'order amount,order total,order value,importe pedido,total pedido',
    'amount,amt,total,importe,monto',
  ],
  delivered: [
    'delivered,delivered amount,shipped amount,delivered value,importe entregado,entregado',
    'shipped,enviado',
  ],
  invoiced: ['invoiced,invoiced amount,billed amount,importe facturado,facturado', 'billed'],
  status: ['order status,estado pedido', 'status,state,estado'],
  documentId: ['invoice id,invoice number,invoice no,número factura,id factura', 'invoice,factura'],
  deleted,
};

const terms: Synonyms<'terms'> = {
  code: [
    'terms code,term code,payment terms code,código condición,zterm',
    'terms,payment terms,code,código,condición',
  ],
  description: ['terms description,description,descripción', 'name,nombre'],
  netDays: ['net days,due days,días netos,días vencimiento', 'days,días'],
  endOfMonth: ['eom,end of month,fin mes'],
  discountPermille: ['discount permille'],
  discountPercent: ['discount percent,discount %,discount rate,% descuento', 'discount,descuento'],
  discountDays: ['discount days,días descuento'],
  company,
};

export const synonyms: { readonly [K in Kind]: Synonyms<K> } = {
  customers,
  items,
  payments,
  applications,
  orders,
  terms,
  ...deskSynonyms,
};
