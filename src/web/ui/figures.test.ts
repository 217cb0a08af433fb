/** Figures as the reader sees them. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { figuresIn } from './figures.ts';

const english = figuresIn('en', day('2026-11-17'));
const spanish = figuresIn('es', day('2026-11-17'));

describe('amounts', () => {
  test('keep every digit of a sum that no float could hold', () => {
    expect(english.amount('90071992547409931234.56', 'USD')).toBe('90,071,992,547,409,931,234.56');
  });

  test('have a true minus', () => {
    expect(english.amount('-1400.00', 'USD')).toBe('\u22121,400.00');
  });

  test('have the decimals of their currency', () => {
    expect(english.amount('68000', 'JPY')).toBe('68,000');
    expect(english.amount('1.5', 'KWD')).toBe('1.500');
  });
});

describe('days', () => {
  test('name the year only when it is not this one', () => {
    expect(english.day('2026-09-13')).toBe('13\u00a0Sep');
    expect(english.day('2025-09-13')).toBe('13\u00a0Sep\u00a02025');
    expect(spanish.day('2026-01-03')).toBe('3\u00a0ene');
  });

  test('are said in full in both languages', () => {
    expect(english.longDay('2026-11-17')).toBe('Tuesday 17 November');
    expect(spanish.longDay('2026-11-17')).toBe('martes 17 de noviembre');
  });

  test('are, of a moment, the day on which it is for the reader', () => {
    const lateInTheEvening = new Date(2026, 10, 16, 23, 30).toISOString();
    expect(english.day(lateInTheEvening)).toBe('16\u00a0Nov');
    expect(english.longDay(lateInTheEvening)).toBe('Monday 16 November');
    expect(english.fromToday(lateInTheEvening)).toBe('yesterday');
  });

  test('are counted from the day of the desk', () => {
    expect(english.fromToday('2026-11-23')).toBe('in 6 days');
    expect(spanish.fromToday('2026-11-17')).toBe('hoy');
  });
});
