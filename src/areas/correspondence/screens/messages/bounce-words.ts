/** What is said of an address that mail comes back from. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  bounced: { en: 'Mail that comes back', es: 'Correo que vuelve' },
  comes_back: {
    en: 'Mail to {to} comes back since {day}',
    es: 'El correo a {to} vuelve desde el {day}',
  },
  mend: { en: 'Mend the address', es: 'Corregir la dirección' },
  new_address: { en: 'New e-mail address', es: 'Nueva dirección de correo' },
  new_hint: {
    en: 'For everybody who had the old one. Empty: the old one works again.',
    es: 'Para quien tenía la anterior. Vacío: la anterior vuelve a funcionar.',
  },
  reason: { en: 'How you know', es: 'Cómo lo sabe' },
  was_new: { en: 'a new address was given', es: 'dieron una dirección nueva' },
  was_well: { en: 'the address works again', es: 'la dirección vuelve a funcionar' },
  lift: { en: 'Send to it from now on', es: 'Enviar desde ahora' },
  mended: {
    en: 'The address gets mail from now on.',
    es: 'La dirección recibe correo desde ahora.',
  },
} satisfies Catalogue;
