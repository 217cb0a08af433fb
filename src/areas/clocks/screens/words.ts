/** What the screen of deadlines, the strip of an account and the calendar addresses say. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { ClockState } from '../rules/clock.ts';

export const words = {
  deadlines: { en: 'Deadlines', es: 'Plazos' },
  sub: {
    en: '{count, plural, =0 {nothing here} one {# deadline} other {# deadlines}}',
    es: '{count, plural, =0 {nada aquí} one {# plazo} other {# plazos}}',
  },
  sub_cut: {
    en: '{shown} of {count, number} deadlines so far; more as you scroll',
    es: '{shown} de {count, number} plazos por ahora; más al avanzar',
  },
  view: { en: 'Which', es: 'Cuáles' },
  view_open: { en: 'All open', es: 'Todos los abiertos' },
  view_late: { en: 'Late', es: 'Vencidos' },
  view_week: { en: 'This week', es: 'Esta semana' },
  view_ended: { en: 'Ended', es: 'Terminados' },
  kind: { en: 'Kind', es: 'Clase' },
  kind_all: { en: 'all', es: 'todas' },
  mine: { en: 'Mine', es: 'Los míos' },
  everybodys: { en: 'Everybody’s', es: 'De todos' },
  one_account: { en: 'One account only', es: 'Solo una cuenta' },
  show_all: { en: 'Show all', es: 'Mostrar todos' },
  hard_only: { en: 'By law only', es: 'Solo por ley' },
  hard: { en: 'by law', es: 'por ley' },
  due: { en: 'Due', es: 'Vence' },
  what: { en: 'What', es: 'Qué' },
  account: { en: 'Account', es: 'Cuenta' },
  source: { en: 'By', es: 'Según' },
  own_policy: { en: 'the company’s policy', es: 'política de la empresa' },
  owner: { en: 'Owner', es: 'Responsable' },
  state: { en: 'State', es: 'Estado' },
  nobody: { en: 'nobody', es: 'nadie' },
  days_late: {
    en: '{count, plural, one {# day late} other {# days late}}',
    es: '{count, plural, one {# día de atraso} other {# días de atraso}}',
  },
  days_left: {
    en: '{count, plural, =0 {today} one {# day left} other {# days left}}',
    es: '{count, plural, =0 {hoy} one {queda # día} other {quedan # días}}',
  },
  none: { en: 'No deadline here', es: 'Ningún plazo aquí' },
  none_why: {
    en: 'What a law, a policy or a word given asks for by a day stands here until it is done.',
    es: 'Lo que una ley, una política o una palabra dada pide para un día queda aquí hasta cumplirse.',
  },
  account_none: { en: 'Nothing is due', es: 'No vence nada' },
  account_more: {
    en: 'All {count} deadlines',
    es: 'Los {count} plazos',
  },
  calendar: { en: 'In my calendar', es: 'En mi calendario' },
  calendar_why: {
    en: 'Add an address to your calendar program and your deadlines appear there. Whoever has the address sees them: revoke it when a device is lost.',
    es: 'Agregue una dirección a su programa de calendario y verá allí sus plazos. Quien tenga la dirección los ve: revóquela si pierde un dispositivo.',
  },
  feed_name: { en: 'For which device or program', es: 'Para qué dispositivo o programa' },
  feed_name_missing: { en: 'Please name it.', es: 'Póngale un nombre.' },
  feed_make: { en: 'Make an address', es: 'Crear una dirección' },
  feed_address: {
    en: 'The address; it is shown only now',
    es: 'La dirección; solo se muestra ahora',
  },
  feed_copy: { en: 'Copy', es: 'Copiar' },
  feed_copied: { en: 'The address is copied.', es: 'La dirección está copiada.' },
  feed_since: { en: 'since {day}', es: 'desde el {day}' },
  feed_revoke: { en: 'Revoke', es: 'Revocar' },
  feed_revoked: {
    en: 'The address shows nothing any more.',
    es: 'La dirección ya no muestra nada.',
  },
  state_running: { en: 'running', es: 'corre' },
  state_paused: { en: 'resting', es: 'en pausa' },
  state_met: { en: 'met', es: 'cumplido' },
  state_void: { en: 'void', es: 'sin efecto' },
} satisfies Record<`state_${ClockState}`, Phrase> & Catalogue;
