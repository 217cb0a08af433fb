import { describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import { localTimeOf } from '#kernel/local-time.ts';
import { parseSnooze } from './snooze.ts';

const zone = 'America/New_York';

/** Tuesday 17 November 2026, five past two in New York. */
function said(text: string, language: Language = 'en'): string {
  const at = instant('2026-11-17T19:05:00Z');
  const outcome = parseSnooze(text, { at, zone, language });
  if (!outcome.ok) return outcome.refusal;
  const { on, minutes } = localTimeOf(outcome.value, zone);
  return `${on} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

describe('come back', () => {
  test.each`
    text                         | until
    ${'2d'}                      | ${'2026-11-19 8:00'}
    ${'3 days'}                  | ${'2026-11-20 8:00'}
    ${'3 días'}                  | ${'2026-11-20 8:00'}
    ${'en 3 dias'}               | ${'2026-11-20 8:00'}
    ${'1w'}                      | ${'2026-11-24 8:00'}
    ${'a week'}                  | ${'2026-11-24 8:00'}
    ${'dos semanas'}             | ${'worklist.snooze_unreadable'}
    ${'2 semanas'}               | ${'2026-12-01 8:00'}
    ${'1 month'}                 | ${'2026-12-17 8:00'}
    ${'un mes'}                  | ${'2026-12-17 8:00'}
    ${'2h'}                      | ${'2026-11-17 16:05'}
    ${'90 min'}                  | ${'2026-11-17 15:35'}
    ${'una hora'}                | ${'2026-11-17 15:05'}
    ${'tomorrow'}                | ${'2026-11-18 8:00'}
    ${'Mañana'}                  | ${'2026-11-18 8:00'}
    ${'mañana a las 9'}          | ${'2026-11-18 9:00'}
    ${'pasado mañana'}           | ${'2026-11-19 8:00'}
    ${'today 4pm'}               | ${'2026-11-17 16:00'}
    ${'mon'}                     | ${'2026-11-23 8:00'}
    ${'mon 9'}                   | ${'2026-11-23 9:00'}
    ${'lun 9'}                   | ${'2026-11-23 9:00'}
    ${'monday at 9:30'}          | ${'2026-11-23 9:30'}
    ${'mon 2'}                   | ${'2026-11-23 14:00'}
    ${'fri 2pm'}                 | ${'2026-11-20 14:00'}
    ${'vie 14h'}                 | ${'2026-11-20 14:00'}
    ${'fri 12am'}                | ${'2026-11-20 0:00'}
    ${'tue'}                     | ${'2026-11-24 8:00'}
    ${'tue 4pm'}                 | ${'2026-11-17 16:00'}
    ${'el próximo lunes'}        | ${'2026-11-23 8:00'}
    ${'lunes que viene 10'}      | ${'2026-11-23 10:00'}
    ${'next week'}               | ${'2026-11-23 8:00'}
    ${'la semana que viene'}     | ${'2026-11-23 8:00'}
    ${'next month'}              | ${'2026-12-01 8:00'}
    ${'15 dec'}                  | ${'2026-12-15 8:00'}
    ${'Dec 15 9:00'}             | ${'2026-12-15 9:00'}
    ${'15 de diciembre a las 9'} | ${'2026-12-15 9:00'}
    ${'15 dic 2026'}             | ${'2026-12-15 8:00'}
    ${'3rd march'}               | ${'2027-03-03 8:00'}
    ${'march 3rd'}               | ${'2027-03-03 8:00'}
    ${'17 nov 4pm'}              | ${'2026-11-17 16:00'}
    ${'2026-12-01'}              | ${'2026-12-01 8:00'}
    ${'until 2026-12-01 16:30'}  | ${'2026-12-01 16:30'}
    ${'yesterday'}               | ${'worklist.snooze_unreadable'}
    ${'soon'}                    | ${'worklist.snooze_unreadable'}
    ${'0d'}                      | ${'worklist.snooze_unreadable'}
    ${'31 feb'}                  | ${'worklist.snooze_unreadable'}
    ${'mon 25'}                  | ${'worklist.snooze_unreadable'}
    ${'today 9am'}               | ${'worklist.snooze_in_past'}
    ${'2026-11-16'}              | ${'worklist.snooze_in_past'}
    ${'2028-01-01'}              | ${'worklist.snooze_too_far'}
  `('$text: $until', ({ text, until }: { text: string; until: string }) => {
    expect(said(text)).toBe(until);
  });

  test('mar 9 is the ninth of March in English and Tuesday at nine in Spanish', () => {
    expect(said('mar 9', 'en')).toBe('2027-03-09 8:00');
    expect(said('mar 9', 'es')).toBe('2026-11-24 9:00');
    expect(said('9 mar', 'es')).toBe('2027-03-09 8:00');
  });
});

test('two hours before midnight come back after it', () => {
  const at = instant('2026-11-18T04:30:00Z');
  const now = { at, zone, language: 'en' } as const;
  expect(parseSnooze('2h', now)).toMatchObject({ value: instant('2026-11-18T06:30:00Z') });
});

test('nine on Monday is nine there, also after the clocks change', () => {
  const at = instant('2026-03-06T15:00:00Z');
  const now = { at, zone, language: 'en' } as const;
  expect(parseSnooze('mon 9', now)).toMatchObject({ value: instant('2026-03-09T13:00:00Z') });
});
