/** What the account page says where its parts meet. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  account: { en: 'Account', es: 'Cuenta' },
  call: { en: 'Call', es: 'Llamar' },
  complaint: { en: 'Take in a complaint', es: 'Registrar una queja' },
  cause: { en: 'Why is it late?', es: '¿Por qué el atraso?' },
  dispute: { en: 'Dispute', es: 'Reclamo' },
  promise: { en: 'Promise', es: 'Promesa' },
  plan: { en: 'Payment plan', es: 'Plan de pagos' },
  family: { en: 'Promise for the family', es: 'Promesa por la familia' },
  settlement: { en: 'Settlement', es: 'Arreglo de pago' },
  email: { en: 'E-mail', es: 'Correo' },
  text: { en: 'Text', es: 'Texto' },
  note: { en: 'Note', es: 'Nota' },
  escalate: { en: 'Escalate', es: 'Escalar' },
  snooze: { en: 'Snooze', es: 'Posponer' },
  done: { en: 'Done, next', es: 'Hecho, siguiente' },
  why: { en: 'Why this rank', es: 'Por qué este lugar' },
  statement: { en: 'Statement', es: 'Estado de cuenta' },
  back: { en: 'Back, place kept', es: 'Volver al mismo lugar' },
  context: { en: 'What happened and what comes next', es: 'Qué pasó y qué sigue' },
  last_one: {
    en: 'That was the last one on your list.',
    es: 'Era la última de su lista.',
  },
  with_you: { en: 'with you since {year}', es: 'con usted desde {year}' },
} satisfies Catalogue;
