/** What the card of an account's tags says. */
import type { Catalogue } from '#kernel/words.ts';

export const tagCardWords = {
  tags: { en: 'Tags', es: 'Etiquetas' },
  no_tags: { en: 'none', es: 'ninguna' },
  change_tags: { en: 'Change the tags', es: 'Cambiar las etiquetas' },
  tags_hint: {
    en: 'Words with commas between them; strategies choose accounts by them.',
    es: 'Palabras separadas por comas; las estrategias eligen cuentas por ellas.',
  },
  tags_in_use: { en: 'In use: {tags}', es: 'En uso: {tags}' },
  tags_reason: { en: 'Reason', es: 'Motivo' },
  save_tags: { en: 'Save', es: 'Guardar' },
} satisfies Catalogue;
