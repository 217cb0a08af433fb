/**
 * The day that somebody means: `Friday`, `el viernes`, `the 15th`, `fin de mes`, `12/05`.
 *
 * Read from the day on which the mail came. A day without a year is the next such day for what
 * will be, the last one for what was; in which order numbers stand, the language says.
 */
import { type Day, dayOf, endOfMonth, parts, plusDays, weekday } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { dateReadings, dayUnder } from '#formats/values/dates.ts';

export type When = {
  /** The day on which it was said. */
  readonly today: Day;
  readonly language: Language;
  /** What was, or what will be. */
  readonly tense: 'past' | 'future';
};

/** The first day in the words; undefined where they name none. */
export function dayIn(words: string, when: When): Day | undefined {
  const plain = words.normalize('NFC').toLowerCase();
  return (
    written(plain, when) ??
    monthAndDay(plain, when) ??
    relative(plain, when) ??
    namedWeekday(plain, when) ??
    dayOfMonth(plain, when)
  );
}

const fullDate = new RegExp(
  '(?<![\\d$.,])(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|' +
    '\\d{1,2}(?:st|nd|rd|th)?[- ](?:de |of )?\\p{L}{3,10}\\.?,?[- ](?:de |del )?\\d{4}|' +
    '\\p{L}{3,10}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?!\\d)',
  'gu',
);

function written(plain: string, { language }: When): Day | undefined {
  for (const [text] of plain.matchAll(fullDate)) {
    const readings = dateReadings(text);
    const read = readings && dayUnder(readings, language === 'es' ? 'dmy' : 'mdy');
    const other = readings && dayUnder(readings, language === 'es' ? 'mdy' : 'dmy');
    const found = read ?? other;
    if (found !== undefined) return found;
  }
  return undefined;
}

const months = [
  /^jan|^ene/u,
  /^feb/u,
  /^mar/u,
  /^apr|^abr/u,
  /^may/u,
  /^jun/u,
  /^jul/u,
  /^aug|^ago/u,
  /^sep|^set/u,
  /^oct/u,
  /^nov/u,
  /^dec|^dic/u,
];
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|' +
  'sep?tiembre|octubre|noviembre|diciembre)\\b\\.?';
const monthFirst = new RegExp(`\\b${monthName} (\\d{1,2})(?:st|nd|rd|th)?\\b`, 'u');
const monthLast = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: de| of)? ${monthName}`, 'u');
const numbers = /(?<![\d$.,/-])(\d{1,2})\/(\d{1,2})(?![\d/]|\.\d)/u;

/** `Dec 4`, `4 de diciembre`, `12/04`: the year is the nearest in the tense's direction. */
function monthAndDay(plain: string, when: When): Day | undefined {
  const first = monthFirst.exec(plain);
  if (first) return nearestYear(monthOf(first[1]), Number(first[2]), when);
  const last = monthLast.exec(plain);
  if (last) return nearestYear(monthOf(last[2]), Number(last[1]), when);
  const both = numbers.exec(plain);
  if (!both) return undefined;
  const [one, two] = [Number(both[1]), Number(both[2])];
  const [month, day] = when.language === 'es' ? [two, one] : [one, two];
  return nearestYear(month, day, when) ?? nearestYear(day, month, when);
}

function monthOf(name = ''): number {
  return months.findIndex((pattern) => pattern.test(name)) + 1;
}

/** Farther than this the other way it is rather that way: `12/28` said on 3 January. */
const slack = 45;

function nearestYear(month: number, day: number, { today, tense }: When): Day | undefined {
  const { year } = parts(today);
  const choices = [year - 1, year, year + 1].flatMap((each) => dayOf(each, month, day) ?? []);
  return tense === 'future'
    ? choices.find((each) => each >= plusDays(today, -slack))
    : choices.findLast((each) => each <= plusDays(today, slack));
}

const weekdays: readonly (readonly [RegExp, number])[] = [
  [/\b(?:monday|lunes)\b/u, 1],
  [/\b(?:tuesday|martes)\b/u, 2],
  [/\b(?:wednesday|mi[eé]rcoles)\b/u, 3],
  [/\b(?:thursday|jueves)\b/u, 4],
  [/\b(?:friday|viernes)\b/u, 5],
  [/\b(?:saturday|s[aá]bado)\b/u, 6],
  [/\b(?:sunday|domingo)\b/u, 7],
];

/** The next such day, or the last; `next Friday` is the one of next week. */
function namedWeekday(plain: string, { today, tense }: When): Day | undefined {
  const found = weekdays.find(([pattern]) => pattern.test(plain));
  if (!found) return undefined;
  const ahead = (found[1] - weekday(today) + 7) % 7;
  if (tense === 'past') return plusDays(today, ahead === 0 ? 0 : ahead - 7);
  const next = /\bnext \p{L}+day\b|\b(?:lunes|martes|mi[eé]rcoles|jueves|viernes) pr[oó]ximo\b/u;
  const inNextWeek = next.test(plain) && weekday(today) + ahead <= 7 && ahead > 0;
  return plusDays(today, inNextWeek ? ahead + 7 : ahead);
}

const monthEnd =
  /\b(?:end of (?:the |this )?month|month[- ]end|(?:fin|finales|final) del? (?:este )?mes)\b/u;

function relative(plain: string, { today, tense }: When): Day | undefined {
  const sign = tense === 'past' ? -1 : 1;
  if (/\bday after tomorrow\b|\bpasado ma[ñn]ana\b/u.test(plain)) return plusDays(today, 2);
  if (/\btomorrow\b|(?<!la |de la )\bma[ñn]ana\b/u.test(plain)) return plusDays(today, 1);
  if (/\byesterday\b|\bayer\b/u.test(plain)) return plusDays(today, -1);
  if (/\btoday\b|\bhoy\b/u.test(plain)) return today;
  const days = /\b(?:in|within|en|dentro de|hace) (\d{1,2}) (?:business )?(?:days?|d[ií]as?)\b/u;
  const counted = days.exec(plain) ?? /\b(\d{1,2}) days ago\b/u.exec(plain);
  if (counted) return plusDays(today, sign * Number(counted[1]));
  if (monthEnd.test(plain)) {
    return endOfMonth(today);
  }
  if (/\b(?:end of (?:the |this )?week|fin(?:al)? de (?:la |esta )?semana)\b/u.test(plain)) {
    return plusDays(today, (5 - weekday(today) + 7) % 7);
  }
  if (
    /\bnext week\b|\b(?:la )?(?:pr[oó]xima|siguiente) semana\b|\bsemana que viene\b/u.test(plain)
  ) {
    return (
      namedWeekday(plain, { today: plusDays(today, 8 - weekday(today)), tense, language: 'en' }) ??
      plusDays(today, 8 - weekday(today) + 4)
    );
  }
  return undefined;
}

/** `the 15th`, `el día 15`: of this month, or the one beside it. */
function dayOfMonth(plain: string, { today, tense }: When): Day | undefined {
  const found =
    /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b/u.exec(plain) ??
    /\b(?:el d[ií]a|para el|el) (\d{1,2})\b(?![/.-]\d|[.,]\d| ?%)/u.exec(plain);
  if (!found) return undefined;
  const { year, month } = parts(today);
  const choices = [-1, 0, 1].flatMap((shift) => {
    const at = year * 12 + month - 1 + shift;
    return dayOf(Math.floor(at / 12), (at % 12) + 1, Number(found[1])) ?? [];
  });
  return tense === 'future'
    ? choices.find((each) => each >= today)
    : choices.findLast((each) => each <= today);
}
