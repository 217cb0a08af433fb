/** What the screens of the correspondence say. */
import type { Catalogue } from '#kernel/words.ts';
import { stateWords } from '../messages/state-words.ts';

export const words = {
  ...stateWords,
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
  sent_said: { en: 'The copy is on its way.', es: 'La copia está en camino.' },
  queued_said: {
    en: 'The copy waits for the mail server and goes by itself.',
    es: 'La copia espera al servidor de correo y sale sola.',
  },
  held_said: {
    en: 'The copy may not go out now; the outbox says why.',
    es: 'La copia no puede salir ahora; la bandeja de salida dice por qué.',
  },
  failed_said: {
    en: 'The mail server did not take the copy: {detail}',
    es: 'El servidor de correo no aceptó la copia: {detail}',
  },
  unknown_said: {
    en: 'The line broke: the copy may have arrived. Find out before sending again.',
    es: 'La línea se cortó: la copia quizá llegó. Averígüelo antes de enviarla otra vez.',
  },
  arrived: { en: 'It arrived', es: 'Llegó' },
  not_arrived: { en: 'It did not: send again', es: 'No llegó: enviar otra vez' },
} satisfies Catalogue;
