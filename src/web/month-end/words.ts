/** What the trial balance says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  trial_balance: {
    en: 'Trial balance, by posting day',
    es: 'Balance de comprobación, por fecha contable',
  },
  account: { en: 'Account', es: 'Cuenta' },
  opening: { en: 'Opening', es: 'Inicial' },
  debit: { en: 'Debit', es: 'Debe' },
  credit: { en: 'Credit', es: 'Haber' },
  closing: { en: 'Closing', es: 'Final' },
  nothing_posted: {
    en: 'Nothing was posted up to the end of this period.',
    es: 'No se contabilizó nada hasta el fin de este período.',
  },
} as const satisfies Catalogue;
