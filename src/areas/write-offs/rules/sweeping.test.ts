import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { acceptSweep, lastCutOff, leftOut } from './sweeping.ts';

test.each`
  disputed | held     | on_plan  | why
  ${false} | ${false} | ${false} | ${undefined}
  ${true}  | ${true}  | ${true}  | ${'disputed'}
  ${false} | ${true}  | ${true}  | ${'held'}
  ${false} | ${false} | ${true}  | ${'on_plan'}
`('disputed $disputed, held $held, on a plan $on_plan stays for: $why', ({ why, ...standing }) => {
  expect(leftOut(standing)).toBe(why);
});

const last = lastCutOff(day('2026-07-31'), 30);

test.each`
  cutOff          | count | expected | answer
  ${'2026-07-01'} | ${3}  | ${3}     | ${'accepted'}
  ${'2026-07-02'} | ${3}  | ${3}     | ${'write_offs.cut_off_too_late'}
  ${'2026-07-01'} | ${0}  | ${0}     | ${'write_offs.nothing_small'}
  ${'2026-07-01'} | ${4}  | ${3}     | ${'write_offs.list_changed'}
`('$count listed by $cutOff where $expected were seen: $answer', (row) => {
  const listed = { cutOff: day(row.cutOff), count: row.count };
  const outcome = acceptSweep(listed, row.expected, last);
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(row.answer);
});
