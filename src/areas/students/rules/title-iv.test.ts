import { expect, test } from 'vitest';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { day } from '#kernel/day.ts';
import { currency, formatMoney } from '#kernel/money.ts';
import { balanceOf, isAllowable, payTitleIvBy } from './title-iv.ts';

const usd = currency('USD');
const on = day('2026-09-01');
const charge = (kind: 'tuition' | 'fine' | 'earlier_year', whole: number, authorised = false) => ({
  kind,
  authorised,
  minor: BigInt(whole) * 100n,
  on,
});
const aid = (isTitleIv: boolean, whole: number, at = on) => ({
  isTitleIv,
  minor: BigInt(whole) * 100n,
  on: at,
});

test.each([
  // H-066 of the vectors: aid of the state and a fine do not enter.
  [[charge('tuition', 8000), charge('fine', 150)], [aid(true, 7500), aid(false, 2000)], '0.00'],
  [[charge('tuition', 5000)], [aid(true, 6000)], '1000.00'],
  [[charge('tuition', 5000), charge('fine', 150)], [aid(true, 6000)], '1000.00'],
  [[charge('tuition', 5000), charge('fine', 150, true)], [aid(true, 6000)], '850.00'],
  [[charge('tuition', 5000), charge('earlier_year', 300)], [aid(true, 6000)], '800.00'],
])('%o with %o is %s', (charges, given, titleIv) => {
  expect(formatMoney(balanceOf(charges, given, usd).titleIv)).toBe(titleIv);
});

test('it arose on the last day that changed it', () => {
  const late = day('2026-09-14');
  expect(balanceOf([charge('tuition', 1)], [aid(true, 2, late)], usd).aroseOn).toBe(late);
  expect(balanceOf([], [], usd).aroseOn).toBeUndefined();
  expect(isAllowable({ kind: 'books', authorised: false })).toBe(true);
});

test.each([
  ['2026-09-14', '2026-08-24', '2026-09-28'],
  ['2026-08-20', '2026-08-24', '2026-09-04'],
  ['2026-09-12', '2026-08-24', '2026-09-25'],
])('arose %s, classes from %s: paid by %s', (aroseOn, classesFrom, by) => {
  expect(payTitleIvBy(day(aroseOn), day(classesFrom), federalBankCalendar)).toBe(by);
});
