/** What the command line, the calendar and refusals of deadlines say. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { ClockState } from './rules/clock.ts';
import type { ClockRefusal } from './rules/refusal.ts';

export const words = {
  'clocks.no_such_feed': {
    en: 'There is no such calendar address, or it was revoked.',
    es: 'No existe esa dirección de calendario, o fue revocada.',
  },
  'clocks.feed_shown_once': {
    en: 'A calendar address is shown once. Make another one and revoke this.',
    es: 'Una dirección de calendario se muestra una vez. Cree otra y revoque esta.',
  },
  'clocks.only_people_have_feeds': {
    en: 'Only a person has a calendar address, not a job or the command line.',
    es: 'Solo una persona tiene dirección de calendario, no una tarea ni la línea de comandos.',
  },
  'clocks.calendar': { en: 'Deadlines', es: 'Plazos' },
  'clocks.since': { en: 'Since {since}', es: 'Desde el {since}' },
  'command.clocks': {
    en: 'prints the deadlines of every rule, by due day',
    es: 'imprime los plazos de todas las reglas, por día',
  },
  'clocks.none': { en: 'Nothing is due.', es: 'No vence nada.' },
  'clocks.due': { en: 'Due', es: 'Vence' },
  'clocks.what': { en: 'What', es: 'Qué' },
  'clocks.account': { en: 'Account', es: 'Cuenta' },
  'clocks.company': { en: 'Company', es: 'Empresa' },
  'clocks.state': { en: 'State', es: 'Estado' },
  'clocks.late': { en: 'Days late', es: 'Días de atraso' },
  'clocks.owner': { en: 'Owner', es: 'Responsable' },
  'clocks.source': { en: 'By', es: 'Según' },
  'clocks.more': {
    en: 'The first {count} of {all}; --limit shows more.',
    es: 'Los primeros {count} de {all}; --limit muestra más.',
  },
  'clocks.state_running': { en: 'running', es: 'corre' },
  'clocks.state_paused': { en: 'resting', es: 'en pausa' },
  'clocks.state_met': { en: 'met', es: 'cumplido' },
  'clocks.state_void': { en: 'void', es: 'sin efecto' },
} satisfies Record<ClockRefusal | `clocks.state_${ClockState}`, Phrase> & Catalogue;
