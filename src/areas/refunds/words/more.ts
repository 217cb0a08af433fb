/** What the command line says of refunds. */
import type { Catalogue } from '#kernel/words.ts';

export const moreWords = {
  'command.refunds': {
    en: 'Credits to pay back, refunds under way, files for the bank',
    es: 'Saldos por devolver, reembolsos en curso, archivos para el banco',
  },
} satisfies Catalogue;
