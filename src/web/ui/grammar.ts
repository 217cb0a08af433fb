/** What each single letter means on every screen; the same letter never means two things. */
import type { Catalogue } from '#kernel/words.ts';

export const letters = {
  j: { en: 'Next row', es: 'Fila siguiente' },
  k: { en: 'Previous row', es: 'Fila anterior' },
  n: { en: 'Done, next account', es: 'Hecho, cuenta siguiente' },
  c: { en: 'Call', es: 'Llamar' },
  p: { en: 'Promise', es: 'Promesa' },
  o: { en: 'Note', es: 'Nota' },
  e: { en: 'E-mail', es: 'Correo' },
  z: { en: 'Snooze', es: 'Posponer' },
  w: { en: 'Why', es: 'Por qué' },
  u: { en: 'Undo', es: 'Deshacer' },
  y: { en: 'Seen', es: 'Vista' },
  b: { en: 'By size', es: 'Por tamaño' },
  d: { en: 'As of another day', es: 'A otro día' },
  f: { en: 'Find in the list', es: 'Buscar en la lista' },
  g: { en: 'Go to …', es: 'Ir a …' },
} satisfies Catalogue;
export type Letter = keyof typeof letters;
