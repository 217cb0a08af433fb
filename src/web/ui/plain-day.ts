/**
 * A day as a person says it, in either language: `fri`, `2d`, `15 dic`, `fin de mes`.
 *
 * Weekdays and dates without a year mean the next one from today on; `2026-12-15` and
 * `15/12/2026` are read as written. Anything else is undefined rather than a guess.
 */
import {
  type Day,
  dayOf,
  endOfMonth,
  parseDay,
  parts,
  plusDays,
  plusMonths,
  weekday,
} from '#kernel/day.ts';

const weekdays = [
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sabado'],
  ['sunday', 'domingo'],
];
const months = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];
const spoken: readonly (readonly [RegExp, (today: Day) => Day])[] = [
  [/^(today|hoy)$/u, (today) => today],
  [/^(tomorrow|tom|manana)$/u, (today) => plusDays(today, 1)],
  [/^(yesterday|ayer)$/u, (today) => plusDays(today, -1)],
  [/^(eom|end of month|fin de mes)$/u, endOfMonth],
];

/** The day meant, or undefined when the text is not clearly one. */
export function readDay(text: string, today: Day): Day | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/gu, '')
    .replace(/\s+/gu, ' ');
  const word = spoken.find(([pattern]) => pattern.test(plain));
  if (word !== undefined) return word[1](today);
  return parseDay(plain) ?? span(plain, today) ?? onWeekday(plain, today) ?? named(plain, today);
}

/** `2d`, `+10 days`, `3 weeks`, `1m`; a minus goes back. */
function span(text: string, today: Day): Day | undefined {
  const match = /^([+-]?)(\d{1,3}) ?([a-z]+)$/u.exec(text);
  if (match === null) return undefined;
  const count = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  const unit = match[3] ?? '';
  if (/^(d|days?|dias?)$/u.test(unit)) return plusDays(today, count);
  if (/^(w|weeks?|s|sem|semanas?)$/u.test(unit)) return plusDays(today, count * 7);
  if (/^(m|months?|mes|meses)$/u.test(unit)) return plusMonths(today, count);
  return undefined;
}

/** `fri`, `next friday`, `viernes`: the next such day after today. */
function onWeekday(text: string, today: Day): Day | undefined {
  const name = /^(?:next |el |este |proximo )?([a-z]{3,9})$/u.exec(text)?.[1];
  if (name === undefined) return undefined;
  const index = weekdays.findIndex((names) => names.some((full) => full.startsWith(name)));
  if (index < 0) return undefined;
  const ahead = (index + 1 - weekday(today) + 7) % 7;
  return plusDays(today, ahead === 0 ? 7 : ahead);
}

/** `15 dec`, `dec 15`, `15 de diciembre de 2026`, `15/12/2026`. */
function named(text: string, today: Day): Day | undefined {
  const dayFirst = /^(\d{1,2})(?: de)?[ -]([a-z]{3,10})(?:(?: de)?[ -](\d{4}))?$/u.exec(text);
  const monthFirst = /^([a-z]{3,10}) (\d{1,2})(?:,? (\d{4}))?$/u.exec(text);
  const [dayText, monthText, yearText] =
    dayFirst !== null
      ? [dayFirst[1], dayFirst[2], dayFirst[3]]
      : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (dayText === undefined || monthText === undefined) return undefined;
  const month = months.findIndex((names) => names.some((full) => full.startsWith(monthText)));
  if (month < 0) return undefined;
  const thisYear = parts(today).year;
  if (yearText !== undefined) return dayOf(Number(yearText), month + 1, Number(dayText));
  const near = dayOf(thisYear, month + 1, Number(dayText));
  return near !== undefined && near < today
    ? dayOf(thisYear + 1, month + 1, Number(dayText))
    : near;
}
