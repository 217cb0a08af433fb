/** What the shell of a call says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  last_one: {
    en: 'That was the last one on your list.',
    es: 'Era la última de su lista.',
  },
} satisfies Catalogue;
