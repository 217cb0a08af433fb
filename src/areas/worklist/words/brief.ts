/** What `dunlin brief` says: the absence, the figures, the accounts. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { BriefKind } from '../rules/brief.ts';

const kinds = {
  'brief.owner': { en: 'owner changed', es: 'cambio de gestor' },
  'brief.dispute': { en: 'disputed', es: 'en disputa' },
  'brief.promise_broken': { en: 'promise broken', es: 'promesa rota' },
  'brief.promise_made': { en: 'promised', es: 'prometido' },
  'brief.promise_kept': { en: 'promise kept', es: 'promesa cumplida' },
  'brief.money': { en: 'money in', es: 'dinero recibido' },
  'brief.contact': { en: 'worked', es: 'trabajada' },
  'brief.note': { en: 'note', es: 'nota' },
} satisfies Record<`brief.${BriefKind}`, Phrase>;

export const words = {
  ...kinds,
  'command.brief': {
    en: 'prints what happened on one’s accounts while one was out',
    es: 'imprime lo que pasó en las cuentas de uno durante su ausencia',
  },
  'brief.away': {
    en: '{name} was away from {from} to {lastOn}, covered by {covers}. Due today: {due}.',
    es: '{name} estuvo ausente del {from} al {lastOn}; suplencia: {covers}. Para hoy: {due}.',
  },
  'brief.never_away': {
    en: '{name} has not been away. Due today: {due}.',
    es: '{name} no ha estado ausente. Para hoy: {due}.',
  },
  'brief.day': { en: 'Day', es: 'Día' },
  'brief.what': { en: 'What', es: 'Qué' },
  'brief.who': { en: 'Who', es: 'Quién' },
  'brief.text': { en: 'Details', es: 'Detalle' },
  'brief.user_missing': {
    en: '--user takes the address of who was away',
    es: '--user lleva la dirección de quien estuvo ausente',
  },
} satisfies Catalogue;
