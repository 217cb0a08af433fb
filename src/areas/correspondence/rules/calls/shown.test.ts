import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { usd } from '#test/support/builders.ts';
import { shownDay, shownMoney } from './shown.ts';

test('a day is said as people say it, whatever zone the machine is in', () => {
  expect(shownDay(day('2026-11-27'), 'en')).toBe('November 27, 2026');
  expect(shownDay(day('2026-11-27'), 'es')).toBe('27 de noviembre de 2026');
});

test('an amount is shown to its last cent, however large', () => {
  expect(shownMoney(usd('68000.00'), 'en')).toBe('$68,000.00');
  expect(shownMoney(usd('90071992547409.93'), 'es')).toBe('$90,071,992,547,409.93');
});
