/** What the correspondence says: every refusal with its remedy. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { CopyRefusal } from '../rules/copies/copy.ts';

export const copyWords = {
  'correspondence.contact_without_email': {
    en: '{name} has no e-mail address. Add one to the contact first.',
    es: '{name} no tiene correo electrónico. Agréguelo antes al contacto.',
  },
  'correspondence.no_such_account': {
    en: 'There is no such account.',
    es: 'No existe esa cuenta.',
  },
  'correspondence.no_such_contact': {
    en: 'This account has no such contact any more.',
    es: 'Esta cuenta ya no tiene ese contacto.',
  },
  'correspondence.original_missing': {
    en: 'No original is kept for this copy ({original}); an invoice is never drawn anew. Import the PDF first.',
    es: 'No se guarda el original de esta copia ({original}); una factura nunca se vuelve a dibujar. Importe antes el PDF.',
  },
  'correspondence.outcome_unknown': {
    en: 'An earlier copy to {to} broke off on its way and may have arrived. Find out first, and say so.',
    es: 'Una copia anterior a {to} se cortó en el camino y quizá llegó. Averígüelo antes e indíquelo.',
  },
  'correspondence.mail_not_set_up': {
    en: 'No mail server is set up. Start with SMTP_URL and MAIL_FROM; saving the file works without.',
    es: 'No hay servidor de correo. Arranque con SMTP_URL y MAIL_FROM; guardar el archivo funciona sin él.',
  },
} satisfies Catalogue & Readonly<Record<CopyRefusal, Phrase>>;
