/**
 * What the columns of the desk's own records are called, in English and Spanish. Tiers and
 * spelling are those of synonyms.ts.
 */
const customerNumber = [
  'customer number,customer no,customer num,customer #,customer id,customer code,' +
    'customer account,account number,account no,account id,account code,acct no,cust no,' +
    'client number,client id,kunnr,debtor no,número cliente,nº cliente,no cliente,' +
    'código cliente,id cliente,cuenta cliente,número cuenta,nº cuenta,no cuenta',
  'customer,account,client,cliente,cuenta,debtor,deudor',
];
const company = ['company code,código empresa,sociedad,legal entity', 'company,empresa'];
const externalId = (own: string) => [
  `${own},external id,record id,source id,identificador`,
  'id,ref,reference,referencia',
];
const invoice = [
  'invoice number,invoice no,invoice #,invoice num,document number,document no,doc no,' +
    'número factura,nº factura,no factura,núm factura,número documento,folio',
  'invoice,invoices,factura,facturas,document,documento',
  'number,número',
];

export const deskSynonyms = {
  contacts: {
    externalId: externalId('contact id,id contacto'),
    customerNumber,
    company,
    contactName: [
      'contact name,contact person,full name,nombre contacto,persona contacto,nombre completo',
      'contact,contacto,name,nombre,person,persona',
    ],
    role: ['role,job title,position,department,cargo,puesto,rol', 'title,type,tipo,función'],
    email: ['email,e mail,email address,correo,correo electrónico,contact email'],
    phone: ['phone,telephone,phone number,mobile,teléfono,móvil,celular,contact phone'],
    language: ['language,lang,idioma,lengua'],
    zone: ['time zone,timezone,zona horaria,huso horario', 'zone,zona'],
    deleted: ['deleted,inactive,borrado,inactivo'],
  },
  owners: {
    customerNumber,
    company,
    owner: [
      'owner,collector,assigned to,account owner,collector email,owner email,gestor,' +
        'responsable,cobrador,asignado,analista',
      'user,login,email,usuario,correo',
    ],
  },
  notes: {
    externalId: externalId('note id,id nota,comment id'),
    customerNumber,
    company,
    writtenOn: [
      'note date,written on,created on,created at,comment date,entry date,fecha nota,' +
        'fecha creación,fecha comentario',
      'date,fecha,day,día',
    ],
    author: ['author,written by,created by,entered by,autor,creado,escrito', 'user,by,usuario'],
    text: ['note text,note,notes,comment,comments,nota,notas,comentario,comentarios,texto', 'text'],
  },
  promises: {
    externalId: externalId('promise id,id promesa,ptp id'),
    customerNumber,
    company,
    number: invoice,
    currency: ['currency,currency code,ccy,moneda,divisa'],
    amount: [
      'promised amount,promise amount,ptp amount,amount promised,importe prometido,' +
        'monto prometido,importe promesa',
      'amount,importe,monto',
    ],
    madeOn: [
      'promised on,made on,promise made,taken on,date taken,fecha registro,prometido,' +
        'fecha compromiso',
      'created on,fecha creación',
    ],
    dueOn: [
      'promise date,promised date,promised for,due on,pay by,ptp date,expected date,' +
        'fecha promesa,fecha prometida,fecha pago prometido,vence',
      'due date,date,fecha,vencimiento',
    ],
    saidBy: ['promised by,said by,contact,contacto,prometió', 'name,nombre'],
    method: ['payment method,method,forma pago,método', 'via'],
    status: ['status,outcome,result,promise status,estado,resultado,situación', 'state'],
    settledOn: ['settled on,outcome date,closed on,kept on,broken on,fecha resultado,cerrada'],
    received: ['received,amount received,paid amount,recibido,importe recibido,importe pagado'],
    text: ['note,notes,comment,comments,nota,notas,comentario,comentarios', 'text,texto'],
  },
  disputes: {
    externalId: externalId('dispute id,case id,id disputa,id reclamo'),
    customerNumber,
    company,
    number: invoice,
    disputeReason: [
      'dispute reason,reason,reason code,motivo,motivo disputa,motivo reclamo,causa',
      'description,descripción',
    ],
    disputedOn: [
      'disputed on,dispute date,opened on,date opened,fecha disputa,fecha reclamo,' +
        'abierta,abierto,fecha apertura',
      'date,fecha,created on',
    ],
    disputeResolvedOn: [
      'resolved on,dispute resolved on,closed on,date resolved,fecha resolución,resuelta,' +
        'fecha cierre',
    ],
    disputeOutcome: ['outcome,resolution,dispute outcome,resultado,resolución', 'status,estado'],
  },
  'next-actions': {
    externalId: externalId('action id,task id,id acción,id tarea'),
    customerNumber,
    company,
    action: [
      'next action,action,next step,follow up,task,próxima acción,acción,tarea,seguimiento',
      'note,text,nota,texto,description,descripción',
    ],
    dueOn: [
      'next action date,action date,due on,due date,follow up date,due,fecha acción,' +
        'fecha próxima acción,fecha seguimiento,vencimiento,vence',
      'date,fecha,on',
    ],
    owner: [
      'assigned to,owner,collector,assignee,responsable,gestor,asignado',
      'user,usuario,email,correo',
    ],
  },
} as const;
