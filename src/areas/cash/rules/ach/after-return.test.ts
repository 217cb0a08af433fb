import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { afterReturn, returnExpectedBy } from './after-return.ts';

describe('a debit that came back', () => {
  test.each`
    code     | sent | on              | again    | remaining | reason
    ${'R01'} | ${1} | ${'2026-11-20'} | ${true}  | ${2}      | ${null}
    ${'R09'} | ${2} | ${'2026-11-20'} | ${true}  | ${1}      | ${null}
    ${'R01'} | ${3} | ${'2026-11-20'} | ${false} | ${0}      | ${'max_presentments'}
    ${'R01'} | ${1} | ${'2026-12-12'} | ${true}  | ${2}      | ${null}
    ${'R01'} | ${1} | ${'2026-12-13'} | ${false} | ${0}      | ${'past_180_days'}
    ${'R01'} | ${3} | ${'2026-12-13'} | ${false} | ${0}      | ${'past_180_days'}
    ${'R10'} | ${1} | ${'2026-11-20'} | ${false} | ${0}      | ${'unauthorized_stop'}
    ${'R29'} | ${1} | ${'2026-11-20'} | ${false} | ${0}      | ${'unauthorized_stop'}
    ${'R08'} | ${1} | ${'2026-11-20'} | ${false} | ${0}      | ${'unauthorized_stop'}
    ${'R02'} | ${1} | ${'2026-11-20'} | ${false} | ${0}      | ${'administrative_stop'}
    ${'R16'} | ${1} | ${'2026-11-20'} | ${false} | ${0}      | ${'administrative_stop'}
  `('$code sent $sent times, on $on: again $again', ({ code, sent, on, again, ...answer }) => {
    const returned = { code, settledOn: day('2026-06-15'), presentments: sent };
    const found = afterReturn(returned, day(on));
    expect(found.mayReinitiate).toBe(again);
    expect(found).toMatchObject(answer);
    expect(found.description).toBe(again ? 'RETRY PYMT' : null);
  });

  test('the last day is that of the first settlement plus 180', () => {
    const returned = { code: 'R01', settledOn: day('2026-06-15'), presentments: 1 };
    expect(afterReturn(returned, day('2026-11-20')).lastDay).toBe('2026-12-12');
  });
});

test.each`
  code     | settledOn       | by
  ${'R01'} | ${'2026-11-24'} | ${'2026-11-27'}
  ${'R29'} | ${'2026-11-24'} | ${'2026-11-27'}
  ${'R02'} | ${'2026-11-19'} | ${'2026-11-23'}
  ${'R03'} | ${'2026-12-31'} | ${'2027-01-05'}
  ${'R05'} | ${'2026-11-24'} | ${'2027-01-23'}
  ${'R10'} | ${'2026-11-24'} | ${'2027-01-23'}
  ${'R11'} | ${'2026-11-24'} | ${'2027-01-23'}
`('$code of a debit settled on $settledOn comes by $by', ({ code, settledOn, by }) => {
  expect(returnExpectedBy(code, day(settledOn))).toBe(by);
});
