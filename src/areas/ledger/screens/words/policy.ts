/** What the form of a company's policy for write-offs says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  policy: { en: 'Policy', es: 'Política' },
  policy_title: { en: 'Policy for write-offs', es: 'Política de castigos' },
  policy_why: {
    en: 'It holds from now on; what was written off before stays as it was booked.',
    es: 'Vale desde ahora; lo castigado antes queda como se contabilizó.',
  },
  method: { en: 'Booked against', es: 'Contabilizado contra' },
  method_allowance: { en: 'the allowance', es: 'la provisión' },
  method_direct: { en: 'bad debt', es: 'incobrables' },
  small_most: { en: 'A small balance is at most', es: 'Un saldo menor es como mucho' },
  small_days: { en: 'Days past due before it counts', es: 'Días de mora antes de contar' },
  automatic: { en: 'Swept every night', es: 'Se barre cada noche' },
  reason: { en: 'Reason', es: 'Motivo' },
  save: { en: 'Save', es: 'Guardar' },
  policy_saved: { en: 'The policy holds from now on.', es: 'La política vale desde ahora.' },
} satisfies Catalogue;
