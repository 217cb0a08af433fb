/** What we write, read by a parser that is not ours. */
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { type CalendarEvent, writeCalendar } from './calendar.ts';

const event: CalendarEvent = {
  uid: '01900000-0000-7000-8000-000000000001@dunlin',
  on: day('2026-12-31'),
  title: 'Title IV credit: Núñez, Peña; & Co',
  text: 'S-1\n34 CFR 668.164(h)(2)',
  categories: ['hard'],
  changedAt: instant('2026-11-20T15:04:05.123Z'),
  sequence: 2,
};

function written(events: readonly CalendarEvent[]): string {
  const product = '-//Dunlin//Deadlines//EN';
  return writeCalendar({ product, name: 'Plazos míos', language: 'es', events });
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return { calendar, events };
}

test('another parser reads the days, the words and the id that we wrote', () => {
  const { calendar, events } = read(written([event]));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Plazos míos');
  expect(events).toHaveLength(1);
  const [one] = events;
  expect(one).toMatchObject({
    uid: event.uid,
    summary: event.title,
    description: event.text,
    sequence: 2,
  });
  expect(one?.startDate.toString()).toBe('2026-12-31');
  expect(one?.endDate.toString()).toBe('2027-01-01');
  expect(one?.startDate.isDate).toBe(true);
  expect(one?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-20T15:04:05Z');
});

test('an empty calendar is one too', () => {
  expect(read(written([])).events).toEqual([]);
});

test('every line ends in CRLF and is no longer than 75 octets', () => {
  const title = 'ñ'.repeat(100) + '\u{1F600}'.repeat(40);
  const text = written([{ ...event, title }]);
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(read(text).events[0]?.summary).toBe(title);
});

test('whatever the words are, they come back as they went', () => {
  const letters = fc.constantFrom('a', 'é', ';', ',', '\\', '\n', 'n', ':', '"', ' ', '\u{1F600}');
  const words = fc.array(letters, { minLength: 1, maxLength: 120 }).map((each) => each.join(''));
  fc.assert(
    fc.property(words, words, (title, text) => {
      const [one] = read(written([{ ...event, title, text: `x${text}` }])).events;
      expect(one?.summary).toBe(title);
      expect(one?.description).toBe(`x${text}`);
    }),
  );
});

test('what would begin a line of its own stays within the words', () => {
  const title = 'x\r\nBEGIN:VEVENT\rUID:evil\u0000\u0007';
  const { events } = read(written([{ ...event, title }]));
  expect(events).toHaveLength(1);
  expect(events[0]?.summary).toBe('x\nBEGIN:VEVENT\nUID:evil');
});
