/** Lines that credit and orders write on a timeline. */
import type { Catalogue } from '#kernel/words.ts';

export const creditLines = {
  'activity.credit_held': { en: 'Held for new orders', es: 'Retenida para pedidos nuevos' },
  'activity.credit_hold_ended': {
    en: 'No longer held for orders',
    es: 'Ya no retenida para pedidos',
  },
  'activity.credit_limit_gone': { en: 'Credit limit taken away', es: 'Límite de crédito quitado' },
  'activity.credit_limit_set': {
    en: 'Credit limit {amount} {currency}',
    es: 'Límite de crédito {amount} {currency}',
  },
  'activity.credit_notice_sent': {
    en: 'Told of credit cut or refused',
    es: 'Avisado de crédito reducido o denegado',
  },
  'activity.order_decided': {
    en: 'Order {order} {kind, select, approved {approved} held {held} released {released} rejected {rejected} forwarded {forwarded} other {: attention}}',
    es: 'Pedido {order} {kind, select, approved {aprobado} held {retenido} released {liberado} rejected {rechazado} forwarded {pasado a otra persona} other {: atención}}',
  },
} satisfies Catalogue;
