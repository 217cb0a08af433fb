/** What the disputes say: every refusal with its remedy. */
import type { Phrase } from '#kernel/words.ts';
import type { DisputeRefusal } from './rules/refusal.ts';

export const words = {
  'dispute.amount_not_positive': {
    en: 'A dispute is over an amount above zero, not {amount}.',
    es: 'Un reclamo es por un importe mayor que cero, no {amount}.',
  },
  'dispute.amount_unreadable': {
    en: '“{amount}” is not an amount in {currency}. Write one such as 1250.10.',
    es: '«{amount}» no es un importe en {currency}. Escriba uno como 1250.10.',
  },
  'dispute.disputed_already': {
    en: 'All that is open of {number} is disputed already.',
    es: 'Todo lo abierto de {number} ya está en reclamo.',
  },
  'dispute.item_named_twice': {
    en: 'The same item is named twice. Name it once, with the whole amount.',
    es: 'La misma partida aparece dos veces. Nómbrela una vez, con todo el importe.',
  },
  'dispute.item_not_open': {
    en: 'Not every item chosen is open in this currency on this account. {number}',
    es: 'No todas las partidas elegidas están abiertas en esta moneda en esta cuenta. {number}',
  },
  'dispute.more_than_open': {
    en: 'Only {open} of {number} is open and not disputed yet, so {amount} cannot be disputed.',
    es: 'De {number} solo hay {open} abierto y sin reclamo, así que no se puede reclamar {amount}.',
  },
  'dispute.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'dispute.no_such_person': {
    en: 'Nobody of the team can own this dispute under that name. Choose somebody who works here.',
    es: 'Nadie del equipo puede llevar este reclamo. Elija a alguien que trabaje aquí.',
  },
} satisfies Readonly<Record<DisputeRefusal, Phrase>>;
