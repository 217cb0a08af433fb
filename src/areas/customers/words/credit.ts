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
    en: 'Credit limit {amount}',
    es: 'Límite de crédito {amount}',
  },
  'activity.credit_notice_sent': {
    en: 'Told of credit cut or refused',
    es: 'Avisado de crédito reducido o denegado',
  },
  'activity.limit_came': {
    en: 'Credit limit {amount} came with account {account}: {kind, select, standing {standing} temporary {temporary} insurance {insured} other {{kind}}}',
    es: 'Límite de crédito {amount} llegó con la cuenta {account}: {kind, select, standing {permanente} temporary {temporal} insurance {asegurado} other {{kind}}}',
  },
  'activity.limit_not_added': {
    en: 'Credit limit {amount} of account {account} does not count: the one of this account stands',
    es: 'El límite de crédito {amount} de la cuenta {account} no cuenta: rige el de esta cuenta',
  },
  'activity.placement_came': {
    en: 'With {agency} since {placedOn}: the placement came with account {account}',
    es: 'En manos de {agency} desde el {placedOn}: la entrega llegó con la cuenta {account}',
  },
  'activity.placement_ended_by_merge': {
    en: 'Account {account} called back from {agency}: this one is with {stays}. Tell {agency}',
    es: 'Cuenta {account} retirada de {agency}: esta está en manos de {stays}. Avise a {agency}',
  },
  'activity.order_decided': {
    en: 'Order {order} {kind, select, approved {approved} held {held} released {released} rejected {rejected} forwarded {forwarded} other {: attention}}',
    es: 'Pedido {order} {kind, select, approved {aprobado} held {retenido} released {liberado} rejected {rechazado} forwarded {pasado a otra persona} other {: atención}}',
  },
} satisfies Catalogue;
