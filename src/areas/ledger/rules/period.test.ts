import { expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import type { Outcome } from '#kernel/outcome.ts';
import {
  closeForGood,
  closeSoftly,
  extendCalendar,
  type Period,
  periodAfter,
  periodBefore,
  periodNamed,
  periodOf,
  reopen,
  stateOfPeriod,
  weekCalendar,
} from './period.ts';
import type { Closed } from './posting-day.ts';

const months: readonly Period[] = [];
const weeks = weekCalendar(2027, day('2026-12-28'));

test.each`
  on              | calendar    | name          | first           | last
  ${'2026-10-15'} | ${'months'} | ${'2026-10'}  | ${'2026-10-01'} | ${'2026-10-31'}
  ${'2028-02-29'} | ${'months'} | ${'2028-02'}  | ${'2028-02-01'} | ${'2028-02-29'}
  ${'2026-12-27'} | ${'weeks'}  | ${'2026-12'}  | ${'2026-12-01'} | ${'2026-12-27'}
  ${'2026-12-28'} | ${'weeks'}  | ${'2027-P01'} | ${'2026-12-28'} | ${'2027-01-24'}
  ${'2027-02-22'} | ${'weeks'}  | ${'2027-P03'} | ${'2027-02-22'} | ${'2027-03-28'}
  ${'2027-12-26'} | ${'weeks'}  | ${'2027-P12'} | ${'2027-11-22'} | ${'2027-12-26'}
  ${'2027-12-27'} | ${'weeks'}  | ${'2027-12'}  | ${'2027-12-27'} | ${'2027-12-31'}
`('by $calendar $on lies in $name, $first to $last', (row) => {
  const own = row.calendar === 'weeks' ? weeks : months;
  const found = periodOf(day(row.on), own);
  expect(found).toEqual({ name: row.name, firstOn: row.first, lastOn: row.last });
  expect(periodNamed(row.name, own)).toEqual(found);
});

test('periods follow each other without a gap, through any calendar', () => {
  let period = periodOf(day('2026-06-15'), weeks);
  for (let step = 0; step < 30; step += 1) {
    const next = periodAfter(period, weeks);
    expect(next.firstOn).toBe(plusDays(period.lastOn, 1));
    expect(periodBefore(next, weeks)).toEqual(period);
    period = next;
  }
});

test.each(['', '2026', '2026-13', 'autumn', '2027-P13'])('there is no period %j', (name) => {
  expect(periodNamed(name, months)).toBeUndefined();
});

const none: Closed = { softThrough: null, hardThrough: null };
const september: Closed = { softThrough: day('2026-09-30'), hardThrough: null };
const octoberSoft: Closed = { softThrough: day('2026-10-31'), hardThrough: day('2026-08-31') };
const octoberHard: Closed = { softThrough: day('2026-10-31'), hardThrough: day('2026-10-31') };
const states = { none, september, octoberSoft, octoberHard };
const today = day('2026-11-20');

function answerOf(outcome: Outcome<Closed>): string {
  if (outcome.ok) return `${outcome.value.softThrough} ${outcome.value.hardThrough}`;
  return [outcome.refusal, ...Object.values(outcome.facts)].join(' ');
}

test.each`
  act         | name         | before           | answer
  ${'soft'}   | ${'2026-10'} | ${'none'}        | ${'2026-10-31 null'}
  ${'soft'}   | ${'2026-10'} | ${'september'}   | ${'2026-10-31 null'}
  ${'soft'}   | ${'2026-09'} | ${'september'}   | ${'ledger.period_already_soft 2026-09'}
  ${'soft'}   | ${'2026-11'} | ${'none'}        | ${'ledger.period_not_over 2026-11 2026-11-30'}
  ${'soft'}   | ${'2026-10'} | ${'octoberHard'} | ${'ledger.period_already_hard 2026-10'}
  ${'hard'}   | ${'2026-10'} | ${'none'}        | ${'ledger.period_not_soft 2026-10'}
  ${'hard'}   | ${'2026-09'} | ${'september'}   | ${'2026-09-30 2026-09-30'}
  ${'hard'}   | ${'2026-10'} | ${'octoberSoft'} | ${'ledger.period_not_next 2026-10 2026-09'}
  ${'hard'}   | ${'2026-09'} | ${'octoberSoft'} | ${'2026-10-31 2026-09-30'}
  ${'hard'}   | ${'2026-10'} | ${'octoberHard'} | ${'ledger.period_already_hard 2026-10'}
  ${'reopen'} | ${'2026-10'} | ${'octoberSoft'} | ${'2026-09-30 2026-08-31'}
  ${'reopen'} | ${'2026-09'} | ${'octoberSoft'} | ${'ledger.period_not_last 2026-09 2026-10'}
  ${'reopen'} | ${'2026-08'} | ${'octoberSoft'} | ${'ledger.period_already_hard 2026-08'}
  ${'reopen'} | ${'2026-10'} | ${'september'}   | ${'ledger.period_not_soft 2026-10'}
  ${'reopen'} | ${'2026-10'} | ${'octoberHard'} | ${'ledger.period_already_hard 2026-10'}
`('$act of $name with $before closed: $answer', (row) => {
  const period = periodNamed(row.name, months);
  if (!period) throw new Error(row.name);
  // The table names only states that are there.
  const known = { closed: states[row.before as keyof typeof states], own: months, signed: true };
  const acts = { soft: closeSoftly, hard: closeForGood, reopen };
  const act = acts[row.act as keyof typeof acts];
  expect(answerOf(act(period, known, today))).toBe(row.answer);
});

test('a period that nobody signed is not closed for good', () => {
  const period = periodOf(day('2026-09-30'), months);
  const known = { closed: september, own: months };
  expect(answerOf(closeForGood(period, { ...known, signed: false }))).toBe(
    'ledger.period_not_signed 2026-09',
  );
  expect(answerOf(closeForGood(period, { ...known, signed: true }))).toBe('2026-09-30 2026-09-30');
});

test('a period is skipped by no soft close', () => {
  const december = periodOf(day('2026-12-01'), months);
  const known = { closed: octoberSoft, own: months };
  expect(answerOf(closeSoftly(december, known, day('2027-01-05')))).toBe(
    'ledger.period_not_next 2026-12 2026-11',
  );
});

test('a period is open, softly closed or closed for good by its last day', () => {
  const state = (on: string) => stateOfPeriod(periodOf(day(on), months), octoberSoft);
  expect(['2026-08-01', '2026-09-01', '2026-10-31', '2026-11-01'].map(state)).toEqual([
    'hard',
    'soft',
    'soft',
    'open',
  ]);
});

test('a calendar grows only where nothing is closed, without gaps and with new names', () => {
  const known = { closed: octoberSoft, own: [] };
  expect(extendCalendar(weeks, known).ok).toBe(true);
  const late = extendCalendar(weekCalendar(2026, day('2026-10-31')), known);
  expect(late).toMatchObject({ refusal: 'ledger.calendar_too_late' });
  const gap = extendCalendar(weekCalendar(2028, day('2027-12-28')), { closed: none, own: weeks });
  expect(gap).toMatchObject({ refusal: 'ledger.calendar_has_gap', facts: { period: '2028-P01' } });
  const twice = extendCalendar(weeks, { closed: none, own: weeks });
  expect(twice).toMatchObject({ refusal: 'ledger.calendar_names_twice' });
});
