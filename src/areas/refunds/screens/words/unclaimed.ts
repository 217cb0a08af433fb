/** What the list of money that nobody asks for says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  refunds: { en: 'Refunds', es: 'Reembolsos' },
  list: { en: 'Credits that nobody asks for', es: 'Saldos que nadie reclama' },
  sub: {
    en: '{count, plural, =0 {nothing watched} one {# credit watched} other {# credits watched}}',
    es: '{count, plural, =0 {nada vigilado} one {# saldo vigilado} other {# saldos vigilados}}',
  },
  none: { en: 'Nobody’s money waits here', es: 'Aquí no espera dinero de nadie' },
  none_why: {
    en: 'A credit whose owner lives where the law is entered stands here from its first day.',
    es: 'Un saldo cuyo dueño vive donde la ley está registrada aparece aquí desde el primer día.',
  },
  stages: { en: 'By stage', es: 'Por etapa' },
  stage: { en: 'Stage', es: 'Etapa' },
  stage_waits: { en: 'waits', es: 'espera' },
  stage_letter_due: { en: 'letter due', es: 'toca la carta' },
  stage_written: { en: 'written to', es: 'carta enviada' },
  stage_dormant: { en: 'dormant', es: 'inactivo' },
  who: { en: 'Owner', es: 'Dueño' },
  state: { en: 'State', es: 'Estado' },
  amount: { en: 'Amount', es: 'Importe' },
  dormant_on: { en: 'Dormant on', es: 'Inactivo el' },
  letter: { en: 'Letter', es: 'Carta' },
  letter_sent: { en: 'written {day}', es: 'escrita el {day}' },
  letter_window: { en: '{from} to {to}', es: '{from} a {to}' },
  letter_none: { en: 'not asked for', es: 'no se exige' },
  report_before: { en: 'Report before', es: 'Informe antes del' },
  write: { en: 'Write the letters', es: 'Escribir las cartas' },
  write_why: {
    en: '{count, plural, one {# owner is} other {# owners are}} written to, each in their own language. The letters go out with the others.',
    es: 'Se escribe a {count, plural, one {# dueño} other {# dueños}}, en su idioma. Las cartas salen con las demás.',
  },
  wrote: {
    en: '{count, plural, one {# letter} other {# letters}} written.',
    es: '{count, plural, one {# carta escrita} other {# cartas escritas}}.',
  },
  no_letters: { en: 'No letter is due', es: 'No toca ninguna carta' },
  surrender: { en: 'Ask to hand it over', es: 'Pedir la entrega' },
  surrender_why: {
    en: 'The credit is held. A second person agrees, a third releases it, then it stands in the report to {state}.',
    es: 'El saldo queda retenido. Una segunda persona aprueba, otra lo libera y entra en el informe a {state}.',
  },
  surrendered: { en: 'Asked for; the credit is held.', es: 'Solicitado; el saldo queda retenido.' },
  not_yet: { en: 'It is not dormant yet', es: 'Aún no está inactivo' },
  evidence: { en: 'Evidence', es: 'Prueba' },
  reason: { en: 'Why', es: 'Por qué' },
  released: { en: 'For the next report', es: 'Para el próximo informe' },
  released_line: {
    en: '{company}, {state}: {count, plural, one {# credit} other {# credits}}, {total}',
    es: '{company}, {state}: {count, plural, one {# saldo} other {# saldos}}, {total}',
  },
  make: { en: 'Make the report', es: 'Crear el informe' },
  make_why: {
    en: 'Each credit in it is booked as owed to the state.',
    es: 'Cada saldo se contabiliza como adeudado al estado.',
  },
  made_now: { en: 'The report is made.', es: 'El informe está creado.' },
  reports: { en: 'Reports that were made', es: 'Informes creados' },
  report_line: {
    en: '{day}, {count, plural, one {# credit} other {# credits}}, {total}',
    es: '{day}, {count, plural, one {# saldo} other {# saldos}}, {total}',
  },
} satisfies Catalogue;
