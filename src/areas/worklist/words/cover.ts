/** What the list says of hand-over notes and of taking an account over. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { HandOverRefusal, TakeOverRefusal } from '../rules/refusal.ts';

export const words = {
  'worklist.hand_over_empty': {
    en: 'Write at least one line for the cover.',
    es: 'Escriba al menos una línea para el suplente.',
  },
  'worklist.hand_over_replaced': {
    en: 'There is a newer note for the cover. Read that one.',
    es: 'Hay una nota más reciente para el suplente. Lea esa.',
  },
  'worklist.no_absence_ahead': {
    en: 'The owner of this account is not away and plans no absence. Plan it first.',
    es: 'El gestor de esta cuenta no está ausente ni tiene ausencia prevista. Planifíquela primero.',
  },
  'worklist.only_the_cover': {
    en: 'Only who covers this account today can say that they read the note.',
    es: 'Solo quien suple hoy esta cuenta puede indicar que leyó la nota.',
  },
  'worklist.only_the_owner': {
    en: 'Only the owner of the account or a manager leaves a note for the cover.',
    es: 'Solo el gestor de la cuenta o un jefe deja una nota para el suplente.',
  },
  'worklist.nobody_has_it': {
    en: 'Nobody else has this account open. There is nothing to take over.',
    es: 'Nadie más tiene abierta esta cuenta. No hay nada que tomar.',
  },
} satisfies Record<
  Exclude<HandOverRefusal | TakeOverRefusal, 'worklist.needs_person' | 'worklist.no_such_account'>,
  Phrase
> &
  Catalogue;
