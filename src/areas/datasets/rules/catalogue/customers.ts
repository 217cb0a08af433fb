/** Datasets of customers: their accounts, the people there, and what was said and done. */
import {
  choice,
  count,
  currency,
  day,
  described,
  id,
  instant,
  money,
  ofAccount,
  orEmpty,
  text,
} from '../columns.ts';
import type { Dataset } from '../dataset.ts';

const language = choice(
  'language',
  [
    'Language',
    'Idioma',
    'The language they are written to in.',
    'El idioma en que se les escribe.',
  ],
  { en: ['English', 'inglés'], es: ['Spanish', 'español'] },
);

const status = choice('status', ['Status', 'Situación', 'What stands about it.', 'Su situación.'], {
  open: ['open', 'abierta'],
  disputed: ['disputed', 'en reclamo'],
  promised: ['promised', 'prometida'],
  plan: ['on a plan', 'en plan de pago'],
  hold: ['on hold', 'retenida'],
  bankrupt: ['bankrupt', 'en quiebra'],
  legal: ['with counsel', 'en lo legal'],
  agency: ['with an agency', 'en agencia'],
  written_off: ['written off', 'castigada'],
});

export const customers: Dataset = {
  key: 'customers',
  entitySet: 'Customers',
  ...described([
    'Customers',
    'Clientes',
    'Every account with its customer, place, status, limit and last touch.',
    'Cada cuenta con su cliente, lugar, estado, límite y último contacto.',
  ]),
  permission: 'accounts.read',
  rowKey: ['accountId'],
  columns: [
    ...ofAccount,
    text('customer', ['Customer', 'Cliente', 'The customer’s number.', 'El número del cliente.']),
    choice('kind', ['Kind', 'Tipo', 'What kind of account it is.', 'Qué tipo de cuenta es.'], {
      trade: ['business', 'comercial'],
      public: ['public body', 'entidad pública'],
      consumer: ['consumer', 'consumidor'],
      student: ['student', 'estudiante'],
      insurer: ['insurer', 'aseguradora'],
      matter: ['matter', 'asunto legal'],
      house: ['of the house', 'de la casa'],
    }),
    language,
    orEmpty(text('city', ['City', 'Ciudad', 'Where they are.', 'Dónde están.'])),
    orEmpty(text('state', ['State', 'Estado', 'State or province.', 'Estado o provincia.'])),
    orEmpty(text('country', ['Country', 'País', 'Two letters.', 'Dos letras.'])),
    orEmpty(status),
    orEmpty(
      text('limitCurrency', [
        'Limit currency',
        'Moneda del límite',
        'The currency of the credit limit.',
        'La moneda del límite de crédito.',
      ]),
    ),
    orEmpty(
      money(
        'limit',
        ['Credit limit', 'Límite de crédito', 'What they may owe.', 'Lo que pueden deber.'],
        'limitCurrency',
      ),
    ),
    orEmpty(
      day('lastTouchOn', [
        'Last touch',
        'Último contacto',
        'When something was last done about it.',
        'Cuándo se hizo algo por última vez.',
      ]),
    ),
  ],
};

export const contacts: Dataset = {
  key: 'contacts',
  entitySet: 'Contacts',
  ...described([
    'Contacts',
    'Contactos',
    'The people at each customer, with how to reach them and when that was verified.',
    'Las personas de cada cliente, cómo contactarlas y cuándo se verificó.',
  ]),
  permission: 'accounts.read',
  rowKey: ['accountId', 'contactId'],
  columns: [
    ...ofAccount,
    id('contactId', [
      'Contact id',
      'Id del contacto',
      'Names the person.',
      'Identifica a la persona.',
    ]),
    text('person', ['Person', 'Persona', 'The person’s name.', 'El nombre de la persona.']),
    choice('role', ['Role', 'Función', 'What they do there.', 'Qué hacen allí.'], {
      accounts_payable: ['accounts payable', 'cuentas por pagar'],
      approver: ['approver', 'quien aprueba'],
      executive: ['executive', 'dirección'],
      owner: ['owner', 'dueño'],
      parent: ['parent', 'padre o madre'],
      student: ['student', 'estudiante'],
      guarantor: ['guarantor', 'garante'],
      adjuster: ['adjuster', 'ajustador'],
      attorney: ['attorney', 'abogado'],
      other: ['other', 'otro'],
    }),
    orEmpty(text('email', ['E-mail', 'Correo', 'The e-mail address.', 'El correo electrónico.'])),
    orEmpty(text('phone', ['Phone', 'Teléfono', 'The phone number.', 'El número de teléfono.'])),
    language,
    orEmpty(
      day('verifiedOn', [
        'Verified',
        'Verificado',
        'When it was last seen to be right.',
        'Cuándo se comprobó por última vez.',
      ]),
    ),
  ],
};

export const contactsMade: Dataset = {
  key: 'contacts-made',
  entitySet: 'ContactsMade',
  ...described([
    'Contacts made',
    'Contactos realizados',
    'Every call, text, e-mail, letter and visit that counted, and how it ended.',
    'Cada llamada, mensaje, correo, carta y visita que contó, y cómo terminó.',
  ]),
  permission: 'accounts.read',
  rowKey: ['accountId', 'contactMadeId'],
  columns: [
    ...ofAccount,
    id('contactMadeId', ['Contact id', 'Id del contacto', 'Names it.', 'Lo identifica.']),
    choice('channel', ['Channel', 'Canal', 'How.', 'Cómo.'], {
      call: ['call', 'llamada'],
      voicemail: ['voicemail', 'buzón de voz'],
      sms: ['text message', 'mensaje de texto'],
      email: ['e-mail', 'correo'],
      letter: ['letter', 'carta'],
      visit: ['visit', 'visita'],
    }),
    choice('direction', ['Direction', 'Sentido', 'Who began.', 'Quién empezó.'], {
      out: ['by us', 'nuestro'],
      in: ['by them', 'suyo'],
    }),
    choice('result', ['Result', 'Resultado', 'How it ended.', 'Cómo terminó.'], {
      conversation: ['talked', 'se habló'],
      left_message: ['left a message', 'se dejó mensaje'],
      no_answer: ['no answer', 'sin respuesta'],
      no_message: ['no way to leave a message', 'sin forma de dejar mensaje'],
      unreachable: ['unreachable', 'ilocalizable'],
      wrong_number: ['wrong number', 'número equivocado'],
      sent: ['sent', 'enviado'],
      failed: ['failed', 'fallido'],
    }),
    text('purpose', ['Purpose', 'Finalidad', 'What it was for.', 'Para qué fue.']),
    instant('at', ['When', 'Cuándo', 'The moment of the contact.', 'El momento del contacto.']),
    day('on', ['Day', 'Día', 'The day of the contact, UTC.', 'El día del contacto, UTC.']),
    orEmpty(
      text('by', [
        'By',
        'Por',
        'Who made it; empty for the program.',
        'Quién; vacío: el programa.',
      ]),
    ),
  ],
};

export const activity: Dataset = {
  key: 'daily-activity',
  entitySet: 'DailyActivity',
  ...described([
    'Daily activity',
    'Actividad diaria',
    'How much each person did each day, by kind of act, from the accounts’ timelines.',
    'Cuánto hizo cada persona cada día, por tipo de acto, según las cronologías.',
  ]),
  permission: 'portfolio.read',
  rowKey: ['day', 'company', 'by', 'kind'],
  columns: [
    day('day', ['Day', 'Día', 'The day it happened.', 'El día en que ocurrió.']),
    text('company', ['Company', 'Empresa', 'The code of the company.', 'El código de la empresa.']),
    text('by', [
      'By',
      'Por',
      'Who did it; “-” for the program.',
      'Quién lo hizo; «-» para el programa.',
    ]),
    choice('kind', ['Kind', 'Tipo', 'What kind of act.', 'Qué tipo de acto.'], {
      call: ['call', 'llamada'],
      message: ['message', 'mensaje'],
      mail: ['mail', 'correo'],
      note: ['note', 'nota'],
      promise: ['promise', 'promesa'],
      plan: ['payment plan', 'plan de pago'],
      dispute: ['dispute', 'reclamo'],
      status: ['status', 'situación'],
      owner: ['owner', 'responsable'],
      contact: ['contact', 'contacto'],
      account: ['account', 'cuenta'],
      task: ['task', 'tarea'],
      work: ['work', 'trabajo'],
    }),
    count('acts', ['Acts', 'Actos', 'How many.', 'Cuántos.']),
    count('accounts', ['Accounts', 'Cuentas', 'On how many accounts.', 'En cuántas cuentas.']),
  ],
};

export const orders: Dataset = {
  key: 'orders',
  entitySet: 'Orders',
  ...described([
    'Orders and holds',
    'Pedidos y retenciones',
    'Sales orders with what credit says of them: held, released, rejected.',
    'Pedidos de venta con lo que dice crédito: retenido, liberado, rechazado.',
  ]),
  permission: 'credit.read',
  rowKey: ['accountId', 'orderId'],
  columns: [
    ...ofAccount,
    id('orderId', ['Order id', 'Id del pedido', 'Names the order.', 'Identifica el pedido.']),
    text('number', ['Order', 'Pedido', 'The order’s number.', 'El número del pedido.']),
    day('orderedOn', ['Ordered', 'Pedido el', 'When it was ordered.', 'Cuándo se pidió.']),
    currency,
    money('amount', ['Amount', 'Importe', 'The order’s value.', 'El valor del pedido.']),
    choice('state', ['State', 'Estado', 'Where the order stands.', 'En qué está el pedido.'], {
      open: ['open', 'abierto'],
      invoiced: ['invoiced', 'facturado'],
      closed: ['closed', 'cerrado'],
      cancelled: ['cancelled', 'cancelado'],
    }),
    orEmpty(
      choice('verdict', ['Credit', 'Crédito', 'What credit said.', 'Lo que dijo crédito.'], {
        approved: ['approved', 'aprobado'],
        held: ['held', 'retenido'],
        released: ['released', 'liberado'],
        rejected: ['rejected', 'rechazado'],
      }),
    ),
    orEmpty(instant('heldAt', ['Held since', 'Retenido desde', 'Since when.', 'Desde cuándo.'])),
    orEmpty(
      day('reviewOn', ['Review', 'Revisión', 'When to look again.', 'Cuándo volver a verlo.']),
    ),
  ],
};
