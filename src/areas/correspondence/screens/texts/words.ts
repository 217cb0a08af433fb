/** What the form of a text says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  write_text: { en: 'Write a text', es: 'Escribir un mensaje de texto' },
  nobody: {
    en: 'No contact of this account has a phone number.',
    es: 'Ningún contacto de esta cuenta tiene número de teléfono.',
  },
  no_provider: {
    en: 'No provider of texts is set up. Start with TWILIO_ACCOUNT_SID and its token.',
    es: 'No hay proveedor de mensajes. Arranque con TWILIO_ACCOUNT_SID y su clave.',
  },
  to: { en: 'To', es: 'Para' },
  purpose: { en: 'Why', es: 'Para qué' },
  purpose_collect: { en: 'to ask for payment', es: 'pedir el pago' },
  purpose_answer: { en: 'to answer them', es: 'responder' },
  purpose_ask_consent: { en: 'to ask whether we may text', es: 'pedir permiso para escribir' },
  text: { en: 'Text', es: 'Texto' },
  parts: {
    en: '{units} characters, {parts, plural, one {one part} other {# parts}}, {left} left',
    es: '{units} caracteres, {parts, plural, one {una parte} other {# partes}}, quedan {left}',
  },
  parts_unicode: {
    en: 'A character such as “{character}” halves what a part holds.',
    es: 'Un carácter como «{character}» reduce a la mitad lo que cabe en una parte.',
  },
  as_sent: { en: 'Goes out as: {text}', es: 'Sale así: {text}' },
  send: { en: 'Send', es: 'Enviar' },
  queued: { en: 'The text waits for its turn.', es: 'El mensaje espera su turno.' },
} satisfies Catalogue;
