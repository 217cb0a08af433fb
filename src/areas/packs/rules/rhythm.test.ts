import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { federalBankCalendar, withClosings } from '#areas/team/rules/calendar.ts';
import { type Rhythm, asOfFor, lastTurn, nextTurn, weekName } from './rhythm.ts';

const daily: Rhythm = { every: 'day', hour: 7 };
const mondays: Rhythm = { every: 'week', weekday: 1, hour: 8 };
const fifth: Rhythm = { every: 'month', day: 5, hour: 9 };
const lastDay: Rhythm = { every: 'month', day: 31, hour: 9 };
const third: Rhythm = { every: 'month', businessDay: 3, hour: 9 };
const lastBusiness: Rhythm = { every: 'month', businessDay: -1, hour: 17 };

describe('the last and the next turn', () => {
  test.each`
    rhythm          | on              | hour  | last                       | next
    ${daily}        | ${'2026-11-20'} | ${6}  | ${'2026-11-19 2026-11-19'} | ${'2026-11-20 2026-11-20'}
    ${daily}        | ${'2026-11-20'} | ${7}  | ${'2026-11-20 2026-11-20'} | ${'2026-11-23 2026-11-23'}
    ${daily}        | ${'2026-11-26'} | ${12} | ${'2026-11-25 2026-11-25'} | ${'2026-11-27 2026-11-27'}
    ${mondays}      | ${'2026-11-22'} | ${12} | ${'2026-W47 2026-11-16'}   | ${'2026-W48 2026-11-23'}
    ${mondays}      | ${'2026-09-07'} | ${12} | ${'2026-W36 2026-08-31'}   | ${'2026-W37 2026-09-08'}
    ${mondays}      | ${'2026-09-08'} | ${9}  | ${'2026-W37 2026-09-08'}   | ${'2026-W38 2026-09-14'}
    ${fifth}        | ${'2026-12-04'} | ${9}  | ${'2026-11 2026-11-05'}    | ${'2026-12 2026-12-07'}
    ${lastDay}      | ${'2026-11-30'} | ${9}  | ${'2026-11 2026-11-30'}    | ${'2026-12 2026-12-31'}
    ${lastDay}      | ${'2026-11-01'} | ${9}  | ${'2026-09 2026-09-30'}    | ${'2026-10 2026-11-02'}
    ${third}        | ${'2026-11-04'} | ${9}  | ${'2026-11 2026-11-04'}    | ${'2026-12 2026-12-03'}
    ${lastBusiness} | ${'2026-11-30'} | ${16} | ${'2026-10 2026-10-30'}    | ${'2026-11 2026-11-30'}
  `('of $rhythm on $on at $hour: $last, then $next', ({ rhythm, on, hour, last, next }) => {
    const now = { on: day(on), minutes: hour * 60 };
    const said = ({ period, at }: ReturnType<typeof lastTurn>): string => `${period} ${at.on}`;
    expect(said(lastTurn(rhythm, federalBankCalendar, now))).toBe(last);
    expect(said(nextTurn(rhythm, federalBankCalendar, now))).toBe(next);
  });

  test("the company's own closing moves a turn, and its period keeps its name", () => {
    const closed = withClosings(federalBankCalendar, [day('2026-11-23')]);
    const turn = nextTurn(mondays, closed, { on: day('2026-11-22'), minutes: 0 });
    expect(turn).toEqual({ period: '2026-W48', at: { on: '2026-11-24', minutes: 480 } });
  });
});

test.each`
  on              | week
  ${'2026-11-20'} | ${'2026-W47'}
  ${'2027-01-01'} | ${'2026-W53'}
  ${'2024-12-30'} | ${'2025-W01'}
`('$on lies in $week', ({ on, week }) => {
  expect(weekName(day(on))).toBe(week);
});

test.each`
  of         | on              | asOf
  ${'day'}   | ${'2026-11-05'} | ${'2026-11-05'}
  ${'month'} | ${'2026-11-05'} | ${'2026-10-31'}
  ${'month'} | ${'2026-11-20'} | ${'2026-10-31'}
  ${'month'} | ${'2026-10-30'} | ${'2026-10-30'}
  ${'month'} | ${'2026-11-30'} | ${'2026-11-30'}
`('a pack of the $of made on $on is as of $asOf', ({ of, on, asOf }) => {
  expect(asOfFor(of, day(on), federalBankCalendar)).toBe(asOf);
});
