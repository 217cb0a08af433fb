/** What the firm's contact policy says on screen. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  policy: { en: 'Contact policy', es: 'Política de contacto' },
  firm: { en: 'The firm’s own contact policy', es: 'Política de contacto propia' },
  in_force: { en: 'version {version} in force', es: 'versión {version} en vigor' },
  standard: { en: 'the standard, nothing published', es: 'la norma, nada publicado' },
  waits: {
    en: '{count, plural, one {# version waits} other {# versions wait}}',
    es: '{count, plural, one {# versión espera} other {# versiones esperan}}',
  },
  open: { en: 'Open the policy', es: 'Abrir la política' },
  gone: { en: 'There is no such version', es: 'No existe esa versión' },
  back: { en: 'Back to the contact rules', es: 'Volver a las reglas de contacto' },
  hint: {
    en: 'The law is asked besides, whatever stands here. It counts once a second person approved it and it is published; each permit keeps its version.',
    es: 'La ley se consulta además, diga lo que diga aquí. Vale cuando otra persona la aprueba y se publica; cada permiso guarda su versión.',
  },
} satisfies Catalogue;
