/** What the outlook of the open promises says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  outlook: { en: 'What the promises may bring', es: 'Lo que pueden traer las promesas' },
  how: {
    en: 'What is still missing of each open promise, times how often its customer kept their word within a year. From {from} judged promises on it is their own record, before that the book’s: {kept} of {judged} kept.',
    es: 'Lo que aún falta de cada promesa abierta, por lo cumplidor que fue su cliente en un año. A partir de {from} promesas juzgadas vale su propio historial; antes, el de todos: {kept} de {judged} cumplidas.',
  },
  none: { en: 'No open promises', es: 'No hay promesas abiertas' },
  title: {
    en: '{expected} of {outstanding} promised can be counted on',
    es: 'Se puede contar con {expected} de {outstanding} prometidos',
  },
  week: { en: 'Week of', es: 'Semana del' },
  count: { en: 'Promises', es: 'Promesas' },
  promised: { en: 'Promised', es: 'Prometido' },
  received: { en: 'Come so far', es: 'Llegado' },
  outstanding: { en: 'Missing', es: 'Falta' },
  expected: { en: 'To count on', es: 'Con qué contar' },
  together: { en: 'Together', es: 'En total' },
  unknown: { en: 'no record', es: 'sin historial' },
  mine: { en: 'Only mine', es: 'Solo las mías' },
  everybodys: { en: 'Everybody’s', es: 'De todos' },
  account: { en: 'Account', es: 'Cuenta' },
  due: { en: 'Due', es: 'Vence' },
  rate: { en: 'Word kept', es: 'Palabra cumplida' },
  rate_customer: { en: '{kept} of {judged}', es: '{kept} de {judged}' },
  rate_book: { en: '{percent} as the book', es: '{percent} como todos' },
  week_title: { en: 'Promises of the week of {day}', es: 'Promesas de la semana del {day}' },
} satisfies Catalogue;
