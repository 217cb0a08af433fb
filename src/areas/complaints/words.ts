/** What the register of complaints says: every refusal with its remedy. */
import type { Phrase } from '#kernel/words.ts';
import type { ComplaintRefusal } from './rules/refusal.ts';

export const words = {
  'complaint.cause_missing': {
    en: 'Say the root cause with the answer.',
    es: 'Diga la causa junto con la respuesta.',
  },
  'complaint.letter_refused': {
    en: 'The letter cannot go out ({why}). Change its words or its template.',
    es: 'La carta no puede salir ({why}). Cambie sus palabras o su plantilla.',
  },
  'complaint.no_such_contact': {
    en: 'Nobody of that name is known at this customer.',
    es: 'No se conoce a esa persona en este cliente.',
  },
  'complaint.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'complaint.no_such_complaint': {
    en: 'There is no such complaint on this account.',
    es: 'No existe esa queja en esta cuenta.',
  },
  'complaint.not_now': {
    en: 'A complaint that is {state} cannot take this step ({step}).',
    es: 'Una queja en estado {state} no admite este paso ({step}).',
  },
} satisfies Readonly<Record<ComplaintRefusal, Phrase>>;
