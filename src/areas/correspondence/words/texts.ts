/** What texts say. */
import type { Catalogue } from '#kernel/words.ts';

export const textWords = {
  'text.not_set_up': {
    en: 'No provider for texts is set up. Start with TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM and DUNLIN_PUBLIC_URL.',
    es: 'No hay proveedor de textos. Arranque con TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM y DUNLIN_PUBLIC_URL.',
  },
} satisfies Catalogue;
