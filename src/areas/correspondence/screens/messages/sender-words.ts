/** What the form of a company's sender says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  sender: { en: 'Sender of the e-mails', es: 'Remitente de los correos' },
  sender_why: {
    en: 'Counts for what is sent from now on.',
    es: 'Vale para lo que se envíe desde ahora.',
  },
  company: { en: 'Company', es: 'Empresa' },
  from_name: { en: 'Name', es: 'Nombre' },
  from_address: { en: 'Address', es: 'Dirección' },
  from_hint: {
    en: 'The team’s own; your mail server must be allowed to send for it (SPF, DKIM).',
    es: 'La del equipo; su servidor debe poder enviar por ella (SPF, DKIM).',
  },
  reply_to: { en: 'Answers go to', es: 'Las respuestas van a' },
  reply_hint: { en: 'Empty: to the same address.', es: 'Vacío: a la misma dirección.' },
  signature: { en: 'Signature', es: 'Firma' },
  sender_because: { en: 'Why it changes', es: 'Por qué cambia' },
  sender_reason: { en: 'from the outbox', es: 'desde la bandeja de salida' },
  sender_save: { en: 'Save', es: 'Guardar' },
  sender_saved: { en: 'The sender was saved.', es: 'Remitente guardado.' },
} satisfies Catalogue;
