import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { attendanceOf, earnedThousandths } from './earned-percentage.ts';

const period = { start: day('2026-08-24'), end: day('2026-12-11') };
const thanksgiving = { start: day('2026-11-21'), end: day('2026-11-29') };
const longWeekend = { start: day('2026-10-10'), end: day('2026-10-13') };

test.each`
  withdrawnOn     | breaks                         | completed | total
  ${'2026-10-05'} | ${[thanksgiving]}              | ${43}     | ${101}
  ${'2026-10-23'} | ${[thanksgiving]}              | ${61}     | ${101}
  ${'2026-10-05'} | ${[thanksgiving, longWeekend]} | ${43}     | ${101}
  ${'2026-11-25'} | ${[thanksgiving]}              | ${89}     | ${101}
  ${'2026-12-20'} | ${[thanksgiving]}              | ${101}    | ${101}
  ${'2026-08-24'} | ${[]}                          | ${1}      | ${110}
`('left on $withdrawnOn: $completed of $total', ({ withdrawnOn, breaks, completed, total }) => {
  expect(attendanceOf(period, breaks, day(withdrawnOn))).toEqual({ completed, total });
});

test.each`
  completed | total      | thousandths
  ${4486}   | ${10_000}  | ${449n}
  ${43}     | ${101}     | ${426n}
  ${6000}   | ${10_000}  | ${600n}
  ${6001}   | ${10_000}  | ${1000n}
  ${61}     | ${101}     | ${1000n}
  ${44_845} | ${100_000} | ${449n}
  ${0}      | ${100}     | ${0n}
  ${0}      | ${0}       | ${0n}
`('$completed of $total earned $thousandths thousandths', ({ completed, total, thousandths }) => {
  expect(earnedThousandths({ completed, total })).toBe(thousandths);
});
