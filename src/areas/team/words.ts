/** Every refusal of signing in and of the people of the desk. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { ClosingRefusal } from './rules/calendar.ts';
import type { LetterheadRefusal } from './rules/letterhead.ts';
import type { MembershipRefusal } from './rules/membership.ts';
import type { PasswordRefusal } from './rules/password.ts';
import { words as coverWords } from './words/cover.ts';

export const words = {
  ...coverWords,
  'session.key_shown_once': {
    en: 'That key was made already and is shown only once. Make another one.',
    es: 'Esa clave ya se creó y solo se muestra una vez. Cree otra.',
  },
  'session.needs_sign_in': {
    en: 'Only a person who signed in may do this, not an API key.',
    es: 'Solo puede hacerlo una persona con sesión iniciada, no una clave de API.',
  },
  'session.no_such_key': {
    en: 'You have no such key that still works.',
    es: 'No tiene ninguna clave así que aún funcione.',
  },
  'session.not_your_permission': {
    en: 'A key cannot allow what you may not do yourself: {permission}.',
    es: 'Una clave no puede permitir lo que usted no puede hacer: {permission}.',
  },
  'session.wrong_credentials': {
    en: 'The address or the password is wrong. After five wrong tries it stays closed for 15 minutes.',
    es: 'La dirección o la contraseña no es correcta. Tras cinco intentos queda cerrada 15 minutos.',
  },
  'team.already_closed': {
    en: 'The company is closed on {on} already.',
    es: 'La empresa ya está cerrada el {on}.',
  },
  'team.closing_passed': {
    en: '{on} has passed. What was due by it stays as it was.',
    es: 'El {on} ya pasó. Lo que vencía entonces queda como estaba.',
  },
  'team.closing_too_far': {
    en: '{on} is more than three years ahead. Check the year.',
    es: 'El {on} está a más de tres años. Compruebe el año.',
  },
  'team.closing_weekend': {
    en: '{on} is on a weekend, when the company is closed anyway.',
    es: 'El {on} cae en fin de semana, cuando la empresa cierra de todos modos.',
  },
  'team.no_such_closing': {
    en: 'The company is not to be closed on {on}.',
    es: 'La empresa no tiene previsto cerrar el {on}.',
  },
  'team.duties_apart': {
    en: 'One person may not hold both {one} and {other}. Choose other roles.',
    es: 'Una persona no puede tener {one} y {other} a la vez. Elija otras funciones.',
  },
  'team.email_taken': {
    en: 'Somebody at the desk already has this address.',
    es: 'Alguien del equipo ya tiene esta dirección.',
  },
  'team.last_administrator': {
    en: 'The desk needs an administrator, and this is the last one.',
    es: 'El equipo necesita un administrador, y este es el último.',
  },
  'team.company_not_named': {
    en: 'Name the company with --company. There are: {known}.',
    es: 'Indique la empresa con --company. Hay: {known}.',
  },
  'team.company_unknown': {
    en: 'There is no company {company} in this book; there is {known}.',
    es: 'No hay ninguna empresa {company} en este libro; hay {known}.',
  },
  'team.letterhead_incomplete': {
    en: 'A letterhead has a name, a street, a city, a postal code and a country of two letters.',
    es: 'Un membrete lleva nombre, calle, ciudad, código postal y un país de dos letras.',
  },
  'team.mailer_id_wrong': {
    en: '{mailerId} is not a mailer id: the postal service gives six or nine digits.',
    es: '{mailerId} no es un identificador de remitente: el correo da seis o nueve dígitos.',
  },
  'team.no_such_company': {
    en: 'There is no company {company} that you work for.',
    es: 'No hay ninguna empresa {company} para la que usted trabaje.',
  },
  'team.no_such_member': {
    en: 'There is no such person at the desk.',
    es: 'No existe esa persona en el equipo.',
  },
  'team.not_yourself': {
    en: 'Ask another administrator to change your own roles.',
    es: 'Pida a otro administrador que cambie sus propias funciones.',
  },
  'team.password_too_easy': {
    en: 'This password is too easy to guess. Take several words that do not belong together.',
    es: 'Esta contraseña es fácil de adivinar. Use varias palabras que no tengan relación.',
  },
} satisfies Record<
  ClosingRefusal | LetterheadRefusal | MembershipRefusal | PasswordRefusal,
  Phrase
> &
  Catalogue;
