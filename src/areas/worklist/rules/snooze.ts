/**
 * When to come back, in plain words: `2d`, `tomorrow`, `mon 9`, `15 dec`, `la semana que viene`.
 *
 * English and Spanish are understood whatever language the reader has; it only decides what
 * `mar 9` is (9 March, or Tuesday at nine). A day without a time means the start of work on
 * that day, in the company's zone. What is not understood is refused with the forms that are,
 * and never guessed: an account that comes back in June instead of January is lost money.
 */
import {
  type Day,
  dayOf,
  parseDay,
  parts,
  plusDays,
  plusMonths,
  startOfMonth,
  weekday,
} from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { type LocalTime, instantOf, localTimeOf, plusMinutes } from '#kernel/local-time.ts';

export type SnoozeRefusal =
  | 'worklist.snooze_unreadable'
  | 'worklist.snooze_in_past'
  | 'worklist.snooze_too_far';

export type SnoozeNow = {
  /** The desk's moment, see `deskMoment`. */
  readonly at: Instant;
  /** Of the company. */
  readonly zone: string;
  readonly language: Language;
};

const startOfWork = 8 * 60;
const furthestDays = 366;

/** The moment at which the account comes back. */
export function parseSnooze(text: string, now: SnoozeNow): Outcome<Instant, SnoozeRefusal> {
  const wall = localTimeOf(now.at, now.zone);
  const words = normalise(text);
  const minutes = readMinutes(words);
  if (minutes !== undefined) return accept(plusMinutes(now.at, minutes));
  const until = readMoment(words, wall, now.language);
  if (until === undefined) return refuse('worklist.snooze_unreadable', { text });
  if (isBefore(until, wall)) {
    return refuse('worklist.snooze_in_past', { until: until.on, today: wall.on });
  }
  const furthest = plusDays(wall.on, furthestDays);
  if (until.on > furthest) {
    return refuse('worklist.snooze_too_far', { until: until.on, furthest });
  }
  return accept(instantOf(until, now.zone));
}

function isBefore(until: LocalTime, wall: LocalTime): boolean {
  return until.on < wall.on || (until.on === wall.on && until.minutes <= wall.minutes);
}

/** Lower case, no accents, no little words in front: `Hasta el próximo lunes` → `lunes`. */
function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[,]/gu, ' ')
    .replaceAll(/([ap])\.\s?m\./gu, '$1m')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:(?:until|hasta|in|en|dentro de|for|por|on|el|la) )+/u, '')
    .replace(/^(?:an?|una?) (?=\p{L})/u, '1 ');
}

/** `2h`, `90 min`, `3 horas`; undefined for anything else. */
function readMinutes(words: string): number | undefined {
  const match = /^(\d{1,3}) ?(?:(m|min|mins|minutes?|minutos?)|h|hrs?|hours?|horas?)$/u.exec(words);
  if (!match) return undefined;
  const count = Number(match[1]);
  if (count === 0) return undefined;
  return match[2] === undefined ? count * 60 : count;
}

function readMoment(words: string, wall: LocalTime, language: Language): LocalTime | undefined {
  const found = language === 'es' ? [readWeekday, readDate] : [readDate, readWeekday];
  for (const read of [readCount, readNamedDay, ...found]) {
    const moment = read(words, wall);
    if (moment) return moment;
  }
  return undefined;
}

/** `2d`, `3 days`, `1 semana`, `2 months`. */
function readCount(words: string, wall: LocalTime): LocalTime | undefined {
  const unit = String.raw`(d|days?|dias?)|(w|wk|weeks?|sem|semanas?)|(mo|months?|mes|meses)`;
  const match = new RegExp(String.raw`^(\d{1,3}) ?(?:${unit})$`, 'u').exec(words);
  if (!match) return undefined;
  const [, count = '', days, weeks] = match;
  if (Number(count) === 0) return undefined;
  if (days !== undefined) return morning(plusDays(wall.on, Number(count)));
  if (weeks !== undefined) return morning(plusDays(wall.on, Number(count) * 7));
  return morning(plusMonths(wall.on, Number(count)));
}

/** What may stand at the end: `9`, `9:30`, `2pm`, `at 9`, `a las 9`, `14h`. */
const time = String.raw`(?: (?:at |a las? |@ ?)?(\d{1,2})(?::(\d{2}))? ?(am|pm|h)?)?`;

type Names = Readonly<Record<string, (today: Day) => Day>>;

const namedDays: Names = {
  'today|hoy': (today) => today,
  'tomorrow|tmrw|manana': (today) => plusDays(today, 1),
  '(?:the )?day after tomorrow|pasado manana': (today) => plusDays(today, 2),
  'next week|proxima semana|semana proxima|semana que viene': (today) =>
    plusDays(today, 8 - weekday(today)),
  'next month|proximo mes|mes que viene': (today) => plusMonths(startOfMonth(today), 1),
};

function readNamedDay(words: string, wall: LocalTime): LocalTime | undefined {
  for (const [names, dayFrom] of Object.entries(namedDays)) {
    const match = new RegExp(`^(?:${names})${time}$`, 'u').exec(words);
    if (match) return atTime(dayFrom(wall.on), match.slice(-3));
  }
  return undefined;
}

const weekdays = [
  'mon(?:day)?|lun(?:es)?',
  'tue(?:s|sday)?|mar(?:tes)?',
  'wed(?:s|nesday)?|mie(?:rcoles)?',
  'thu(?:r|rs|rsday)?|jue(?:ves)?',
  'fri(?:day)?|vie(?:rnes)?',
  'sat(?:urday)?|sab(?:ado)?',
  'sun(?:day)?|dom(?:ingo)?',
];

/** The next such day; today itself only when the time still lies ahead. */
function readWeekday(words: string, wall: LocalTime): LocalTime | undefined {
  const plain = words
    .replace(/^(?:next|this|proximo|este) /u, '')
    .replace(/ (?:que viene|proximo)/u, '');
  for (const [index, names] of weekdays.entries()) {
    const match = new RegExp(`^(?:${names})${time}$`, 'u').exec(plain);
    if (!match) continue;
    const ahead = (index + 1 - weekday(wall.on) + 7) % 7;
    const moment = atTime(plusDays(wall.on, ahead), match.slice(-3));
    return moment && isBefore(moment, wall) ? { ...moment, on: plusDays(moment.on, 7) } : moment;
  }
  return undefined;
}

const months = [
  'jan(?:uary)?|ene(?:ro)?',
  'feb(?:ruary)?|febrero',
  'mar(?:ch)?|marzo',
  'apr(?:il)?|abr(?:il)?',
  'may|mayo',
  'june?|junio',
  'july?|julio',
  'aug(?:ust)?|ago(?:sto)?',
  'sept?(?:ember)?|set|septiembre|setiembre',
  'oct(?:ober)?|octubre',
  'nov(?:ember)?|noviembre',
  'dec(?:ember)?|dic(?:iembre)?',
];

/** `2026-12-01`, `15 dec`, `dec 15`, `15 de diciembre de 2026`; without a year, the next one. */
function readDate(words: string, wall: LocalTime): LocalTime | undefined {
  const iso = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})${time}$`, 'u').exec(words);
  if (iso) {
    const on = parseDay(iso[1] ?? '');
    return on && atTime(on, iso.slice(-3));
  }
  for (const [index, names] of months.entries()) {
    const year = String.raw`(?: (?:de )?(\d{4}))?`;
    const ordinal = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
    const dayFirst = new RegExp(`^${ordinal} (?:de )?(?:${names})${year}${time}$`, 'u').exec(words);
    const monthFirst = new RegExp(`^(?:${names}) ${ordinal}${year}${time}$`, 'u').exec(words);
    const match = dayFirst ?? monthFirst;
    if (!match) continue;
    const on = dateOf(wall.on, index + 1, Number(match[1]), match[2]);
    return on && atTime(on, match.slice(-3));
  }
  return undefined;
}

function dateOf(today: Day, month: number, dayOfMonth: number, year?: string): Day | undefined {
  if (year !== undefined) return dayOf(Number(year), month, dayOfMonth);
  const thisYear = parts(today).year;
  const on = dayOf(thisYear, month, dayOfMonth);
  return on !== undefined && on >= today ? on : dayOf(thisYear + 1, month, dayOfMonth);
}

function morning(on: Day): LocalTime {
  return { on, minutes: startOfWork };
}

/** `mon 2` is two in the afternoon: nobody works an account at night. */
function atTime(
  on: Day,
  [hour, minute, mark]: readonly (string | undefined)[],
): LocalTime | undefined {
  if (hour === undefined) return morning(on);
  const written = Number(hour);
  const [minutes, limit] = [Number(minute ?? '0'), mark === 'am' || mark === 'pm' ? 12 : 23];
  if (written > limit || minutes > 59) return undefined;
  const afternoon = mark === 'pm' || (mark === undefined && written < 7 && !hour.startsWith('0'));
  const hours = (mark === 'am' ? written % 12 : written) + (afternoon && written < 12 ? 12 : 0);
  return { on, minutes: hours * 60 + minutes };
}
