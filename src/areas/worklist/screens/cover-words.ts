/** What covered accounts, notes for the cover and taking over say on the screens. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  covering: { en: 'Whose work', es: 'Trabajo de' },
  covering_none: { en: 'My own', es: 'Las mías' },
  covering_one: { en: 'Covering {name}', es: 'Supliendo a {name}' },
  covering_until: { en: 'until {day}', es: 'hasta el {day}' },
  for_owner: { en: 'for {name}', es: 'por {name}' },
  by_cover: { en: '{name} covers', es: 'suple {name}' },
  away: {
    en: '{owner} is away until {day}.',
    es: '{owner} está ausente hasta el {day}.',
  },
  away_soon: {
    en: '{owner} will be away from {from} to {day}.',
    es: '{owner} estará ausente del {from} al {day}.',
  },
  covered_by: { en: '{name} covers this account.', es: '{name} suple esta cuenta.' },
  covered_by_you: {
    en: 'You cover this account; it stays theirs.',
    es: 'Usted suple esta cuenta; sigue siendo suya.',
  },
  covered_by_nobody: { en: 'Nobody covers this account.', es: 'Nadie suple esta cuenta.' },
  note_of: { en: 'Note from {name}', es: 'Nota de {name}' },
  said: { en: 'What was said', es: 'Qué se dijo' },
  next_step: { en: 'Next step', es: 'Siguiente paso' },
  avoid: { en: 'What not to do', es: 'Qué no hacer' },
  read_it: { en: 'I have read it', es: 'La he leído' },
  read_by: { en: 'Read by {names}', es: 'Leída por {names}' },
  not_read: { en: 'Not read yet', es: 'Aún sin leer' },
  write_note: { en: 'Note for the cover', es: 'Nota para el suplente' },
  save: { en: 'Save', es: 'Guardar' },
  note_saved: { en: 'The cover will see it.', es: 'El suplente la verá.' },
  in_work: {
    en: '{name} is working this account now. Agree before you call.',
    es: '{name} está trabajando esta cuenta. Pónganse de acuerdo antes de llamar.',
  },
  take_over: { en: 'Take over', es: 'Tomar la cuenta' },
  take_over_sub: {
    en: '{name} sees at once that you have it.',
    es: '{name} ve al momento que usted la tiene.',
  },
  reason: { en: 'Reason', es: 'Motivo' },
  taken_over: { en: 'You have the account now.', es: 'Ahora la cuenta es suya para trabajar.' },
} satisfies Catalogue;
