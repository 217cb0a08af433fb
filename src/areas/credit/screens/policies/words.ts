/** What the credit policy says on screen: what counts, and what a text of it means. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  policy: { en: 'Credit policy', es: 'Política de crédito' },
  sub: {
    en: 'What stops an order today, and what comes next',
    es: 'Qué detiene un pedido hoy y qué viene después',
  },
  new: { en: 'New policy', es: 'Política nueva' },
  counts_now: { en: 'What counts now', es: 'Lo que vale ahora' },
  standard: { en: 'The standard of the house', es: 'La norma de la casa' },
  standard_why: {
    en: 'It counts wherever the desk has put no policy of its own into force.',
    es: 'Vale donde el escritorio no ha puesto en vigor una política propia.',
  },
  documents: { en: 'The desk’s own policies', es: 'Políticas propias' },
  none: {
    en: 'None yet. A new one starts from the standard, written out.',
    es: 'Ninguna aún. Una nueva parte de la norma, ya escrita.',
  },
  key_version: { en: '{key}, version {version}', es: '{key}, versión {version}' },
  in_force: { en: 'version {version} in force', es: 'versión {version} en vigor' },
  not_in_force: { en: 'not in force', es: 'no está en vigor' },
  waits: {
    en: '{count, plural, one {# version waits} other {# versions wait}}',
    es: '{count, plural, one {# versión espera} other {# versiones esperan}}',
  },
  gone: { en: 'There is no such policy', es: 'No existe esa política' },
  back: { en: 'Back to the credit policy', es: 'Volver a la política de crédito' },
  hint: {
    en: 'What the text leaves out is as in the standard. It counts once a second person approved it and it is published.',
    es: 'Lo que el texto omite es como en la norma. Vale cuando otra persona lo aprueba y se publica.',
  },
} satisfies Catalogue;
