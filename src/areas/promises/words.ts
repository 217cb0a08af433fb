/** What the promises say: every refusal, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { PromisesRefusal } from './rules/refusal.ts';
import { planCommandWords } from './words/plan-commands.ts';
import { planWords } from './words/plans.ts';

const refusals = {
  'promise.amount_not_positive': {
    en: 'A promise is for an amount above zero, not {amount}.',
    es: 'Una promesa es por un importe mayor que cero, no {amount}.',
  },
  'promise.amount_unreadable': {
    en: '“{amount}” is not an amount in {currency}. Write one such as 1250.10.',
    es: '«{amount}» no es un importe en {currency}. Escriba uno como 1250.10.',
  },
  'promise.day_has_passed': {
    en: 'That day has already passed: {dueOn}. Today is {today}.',
    es: 'Ese día ya pasó: {dueOn}. Hoy es {today}.',
  },
  'promise.day_too_far': {
    en: '{dueOn} is too far ahead. The furthest day that may be accepted is {furthest}.',
    es: '{dueOn} queda muy lejos. El último día que se puede aceptar es el {furthest}.',
  },
  'promise.due_before_made': {
    en: 'It is due on {dueOn}, before it was made on {madeOn}.',
    es: 'Vence el {dueOn}, antes de hacerse el {madeOn}.',
  },
  'promise.in_the_future': {
    en: 'It was made or ended after today, {today}.',
    es: 'Se hizo o terminó después de hoy, {today}.',
  },
  'promise.item_not_open': {
    en: 'Not every item chosen is open in {currency} on this account.',
    es: 'No todas las partidas elegidas están abiertas en {currency} en esta cuenta.',
  },
  'promise.more_than_open_balance': {
    en: 'Only {open} is open, so {amount} cannot be promised.',
    es: 'Solo hay {open} abierto, así que no se puede prometer {amount}.',
  },
  'promise.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'promise.no_such_promise': {
    en: 'This account has no such open promise.',
    es: 'Esta cuenta no tiene esa promesa abierta.',
  },
  'promise.not_in_family': {
    en: 'Not every account chosen is of this family.',
    es: 'No todas las cuentas elegidas son de esta familia.',
  },
  'promise.not_open': {
    en: 'Only an open promise can be withdrawn.',
    es: 'Solo se puede retirar una promesa abierta.',
  },
  'promise.promised_already': {
    en: 'Of the {open} that is open, {promised} is promised already. Replace the old promise if these are new words.',
    es: 'De los {open} abiertos, {promised} ya están prometidos. Reemplace la promesa anterior si son nuevas palabras.',
  },
} satisfies Readonly<Record<PromisesRefusal, Phrase>>;

const commands = {
  'command.promises': {
    en: 'lists promises: who said what, by when, what became of it; or what they may bring',
    es: 'lista las promesas: quién dijo qué, para cuándo, en qué quedó; o lo que pueden traer',
  },
  'command.promise': {
    en: 'records a promise of an account',
    es: 'registra una promesa de una cuenta',
  },
  'promises.account': { en: 'Account', es: 'Cuenta' },
  'promises.name': { en: 'Name', es: 'Nombre' },
  'promises.amount': { en: 'Amount', es: 'Importe' },
  'promises.currency': { en: 'Currency', es: 'Moneda' },
  'promises.due': { en: 'Due', es: 'Vence' },
  'promises.state': { en: 'State', es: 'Estado' },
  'promises.received': { en: 'Received', es: 'Recibido' },
  'promises.week': { en: 'Week of', es: 'Semana del' },
  'promises.promises': { en: 'Promises', es: 'Promesas' },
  'promises.expected': { en: 'To count on', es: 'Con qué contar' },
  'promises.missing': { en: 'Missing', es: 'Falta' },
  'promises.level': { en: 'Level', es: 'Nivel' },
  'promises.last_day': { en: 'Counts until', es: 'Cuenta hasta' },
  'promises.said_by': { en: 'Said by', es: 'Dicho por' },
  'promises.state_open': { en: 'open', es: 'abierta' },
  'promises.state_kept': { en: 'kept', es: 'cumplida' },
  'promises.state_partly': { en: 'partly kept', es: 'cumplida en parte' },
  'promises.state_broken': { en: 'broken', es: 'incumplida' },
  'promises.state_superseded': { en: 'replaced', es: 'reemplazada' },
  'promises.state_withdrawn': { en: 'withdrawn', es: 'retirada' },
  'promises.none': { en: 'No promises.', es: 'No hay promesas.' },
  'promises.recorded': {
    en: 'Promise recorded: {amount} by {dueOn}.',
    es: 'Promesa registrada: {amount} para el {dueOn}.',
  },
} satisfies Catalogue;

export const words = {
  ...refusals,
  ...planWords,
  ...planCommandWords,
  ...commands,
} satisfies Catalogue;
