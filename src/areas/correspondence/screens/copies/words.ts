/** What the screens of the correspondence say. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  copies: { en: 'Copies sent', es: 'Copias enviadas' },
  send_copy: { en: 'Send copy', es: 'Enviar copia' },
  to: { en: 'To', es: 'Para' },
  send: { en: 'Send', es: 'Enviar' },
  nobody: {
    en: 'No contact of this account has an e-mail address.',
    es: 'Ningún contacto de esta cuenta tiene correo electrónico.',
  },
  files: {
    en: '{count, plural, one {# original} other {# originals}}, as it came',
    es: '{count, plural, one {# original} other {# originales}}, tal como llegó',
  },
  state_written: { en: 'written', es: 'escrita' },
  state_sent: { en: 'sent', es: 'enviada' },
  state_not_sent: { en: 'not sent', es: 'no enviada' },
  state_unknown: { en: 'unknown', es: 'incierta' },
  sent_said: { en: 'The copy is on its way.', es: 'La copia está en camino.' },
  not_sent_said: {
    en: 'The mail server did not take the copy: {detail}',
    es: 'El servidor de correo no aceptó la copia: {detail}',
  },
  unknown_said: {
    en: 'The line broke: the copy may have arrived. Find out before sending again.',
    es: 'La línea se cortó: la copia quizá llegó. Averígüelo antes de enviarla otra vez.',
  },
  arrived: { en: 'It arrived', es: 'Llegó' },
  not_arrived: { en: 'It did not', es: 'No llegó' },
} satisfies Catalogue;
