/** The names of the views of the outbox. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  views: { en: 'Outgoing mail', es: 'Correo de salida' },
  outbox: { en: 'Outbox', es: 'Bandeja de salida' },
  templates: { en: 'Templates', es: 'Plantillas' },
} satisfies Catalogue;
