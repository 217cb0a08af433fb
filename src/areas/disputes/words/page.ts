/** What the page behind a link says to somebody outside. */
import type { Catalogue } from '#kernel/words.ts';

export const pageWords = {
  title: { en: 'A question about an invoice', es: 'Una pregunta sobre una factura' },
  asks: { en: '{company} asks you, {name}:', es: '{company} le pregunta, {name}:' },
  customer: { en: 'Customer', es: 'Cliente' },
  documents: { en: 'Invoice', es: 'Factura' },
  disputed: { en: 'In dispute', es: 'En reclamo' },
  reason: { en: 'Reason given', es: 'Motivo dado' },
  until: { en: 'This page is open until {day}.', es: 'Esta página está abierta hasta el {day}.' },
  verdict: { en: 'What did you find?', es: '¿Qué encontró?' },
  answer: { en: 'Your answer', es: 'Su respuesta' },
  files: { en: 'Files (PDF or pictures)', es: 'Archivos (PDF o imágenes)' },
  limits: {
    en: 'At most {files} files of {megabytes} MB each.',
    es: 'A lo más {files} archivos de {megabytes} MB cada uno.',
  },
  send: { en: 'Send the answer', es: 'Enviar la respuesta' },
  sent: {
    en: 'Thank you. Your answer was sent; you may close this page.',
    es: 'Gracias. Su respuesta fue enviada; puede cerrar esta página.',
  },
  before: {
    en: 'You answered already {count, plural, one {once} other {# times}}.',
    es: 'Ya contestó {count, plural, one {una vez} other {# veces}}.',
  },
  other_language: { en: 'Español', es: 'English' },
  privacy: {
    en: 'Only this question is shown here. What you send goes to {company} and is kept with it.',
    es: 'Aquí solo se muestra esta pregunta. Lo que envíe va a {company} y se guarda con ella.',
  },
  too_often: {
    en: 'Too many tries. Wait a minute and try again.',
    es: 'Demasiados intentos. Espere un minuto e intente de nuevo.',
  },
  not_from_here: {
    en: 'This form was not sent from its own page. Open the link again and answer there.',
    es: 'Este formulario no se envió desde su página. Abra el enlace de nuevo y conteste ahí.',
  },
} satisfies Catalogue;
