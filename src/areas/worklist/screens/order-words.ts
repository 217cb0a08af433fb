/** What rows that are moved by hand say on the screens. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  up: { en: 'Move up', es: 'Subir' },
  down: { en: 'Move down', es: 'Bajar' },
  top: { en: 'To the top', es: 'Al principio' },
  rank: { en: 'Back to its rank', es: 'A su lugar' },
  only_by_rank: {
    en: 'Rows are moved on a person’s list in the order by rank.',
    es: 'Las filas se mueven en la lista de una persona, por prioridad.',
  },
  moved: { en: '{name} is moved.', es: '{name} se ha movido.' },
  taken_back: { en: 'The order is as it was.', es: 'El orden es el de antes.' },
  nothing_to_undo: {
    en: 'Somebody has moved a row since; nothing was taken back.',
    es: 'Alguien ha movido una fila después; no se deshizo nada.',
  },
  mark_moved: { en: 'moved', es: 'movida' },
  mark_pinned: { en: 'pinned', es: 'fijada' },
  by_moved: {
    en: 'Moved by hand by {name} on {on}; back in its rank on {until}',
    es: 'Movida a mano por {name} el {on}; vuelve a su lugar el {until}',
  },
  by_pinned: {
    en: 'Pinned by {name} on {on}; back in its rank on {until}',
    es: 'Fijada por {name} el {on}; vuelve a su lugar el {until}',
  },
  by_kept: {
    en: 'Kept above a row that {name} moved on {on}, until {until}',
    es: 'Se mantiene sobre una fila que movió {name} el {on}, hasta el {until}',
  },
} satisfies Catalogue;
