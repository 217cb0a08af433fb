/**
 * A calendar as RFC 5545 writes it: whole-day events, each under an id that stays.
 *
 * What a newcomer would break: lines are folded by octets, not letters, so an accented letter is
 * never cut in two; and an event that changes keeps its UID, or every fetch doubles it.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';

export type CalendarEvent = {
  /** The same for ever for the same thing. */
  readonly uid: string;
  readonly on: Day;
  readonly title: string;
  readonly text: string;
  readonly categories: readonly string[];
  readonly changedAt: Instant;
  /** Counts the changes of its day. */
  readonly sequence: number;
};

export type Calendar = {
  /** Who made it: '-//Dunlin//Deadlines//EN'. */
  readonly product: string;
  readonly name: string;
  readonly language: string;
  readonly events: readonly CalendarEvent[];
};

/** The calendar as text, in lines of at most 75 octets that end in CRLF. */
export function writeCalendar({ product, name, language, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(product)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => eventLines(event, language)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, language: string): string[] {
  const { uid, on, title, text, categories, changedAt, sequence } = event;
  const changed = `${changedAt.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${plain(on)}`,
    `DTEND;VALUE=DATE:${plain(plusDays(on, 1))}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION;LANGUAGE=${language}:${escaped(text)}`]),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(',')}`]),
    // A deadline makes nobody busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function plain(on: Day): string {
  return on.replaceAll('-', '');
}

/** §3.3.11: backslash, semicolon and comma are escaped, a line break is written `\n`. */
function escaped(text: string): string {
  return withoutControls(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

/** Control characters are no part of a text value; line breaks become one `\n` each. */
function withoutControls(text: string): string {
  return Array.from(text.replaceAll(/\r\n?/gu, '\n'))
    .filter((letter) => letter === '\n' || letter === '\t' || letter >= ' ')
    .filter((letter) => letter !== '\u007F')
    .join('');
}

const mostOctets = 75;

/** §3.1: no line is longer than 75 octets; what goes on begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > mostOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** As many octets as UTF-8 takes for one letter. */
function octetsOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
