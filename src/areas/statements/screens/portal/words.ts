/** What the screen of customers' own portals says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  portal_of: { en: 'In their portal: {portal}', es: 'En su portal: {portal}' },
  no_notices: {
    en: 'No notices are sent; look there.',
    es: 'No se envían avisos; revise allí.',
  },
  portals: { en: 'Customers’ portals', es: 'Portales de clientes' },
  portals_sub: {
    en: '{count, plural, =0 {No open invoice} one {# open invoice} other {# open invoices}}{more, select, yes {; there are more, narrow the list} other {}}',
    es: '{count, plural, =0 {Ninguna factura abierta} one {# factura abierta} other {# facturas abiertas}}{more, select, yes {; hay más, acote la lista} other {}}',
  },
  show: { en: 'Show', es: 'Mostrar' },
  state_all: { en: 'all', es: 'todas' },
  state_to_submit: { en: 'not submitted', es: 'sin presentar' },
  state_submitted: { en: 'submitted', es: 'presentada' },
  state_rejected: { en: 'rejected', es: 'rechazada' },
  state_approved: { en: 'approved', es: 'aprobada' },
  state_paid: { en: 'paid there', es: 'pagada allí' },
  account: { en: 'Account', es: 'Cuenta' },
  invoice: { en: 'Invoice', es: 'Factura' },
  portal: { en: 'Portal', es: 'Portal' },
  issued: { en: 'Issued', es: 'Emitida' },
  state: { en: 'State', es: 'Estado' },
  since: { en: 'Since', es: 'Desde' },
  said: { en: 'What it says there', es: 'Qué dice allí' },
  none: { en: 'No invoice here', es: 'Ninguna factura aquí' },
  none_why: {
    en: 'Open invoices of accounts whose papers go into the customer’s own portal stand here until they are paid.',
    es: 'Aquí están, hasta que se paguen, las facturas abiertas de cuentas cuyos documentos van al portal del cliente.',
  },
  note_of: { en: 'Invoice {number} in the portal', es: 'Factura {number} en el portal' },
  now: { en: 'What stands there now', es: 'Qué consta ahora' },
  on: { en: 'Since which day, else today', es: 'Desde qué día; si no, hoy' },
  reference: { en: 'Their reference', es: 'Su referencia' },
  reason: { en: 'Reason, as the portal says it', es: 'Motivo, como lo dice el portal' },
  save: { en: 'Write it down', es: 'Anotarlo' },
  noted: { en: '{number}: {state}.', es: '{number}: {state}.' },
  ended: {
    en: 'Paid in the portal: nothing follows.',
    es: 'Pagada en el portal: no sigue nada.',
  },
  open_portal: { en: 'Open the portal', es: 'Abrir el portal' },
  open_account: { en: 'Open the account', es: 'Abrir la cuenta' },
} satisfies Catalogue;
