import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { standingsOver } from './kept-day.ts';

const invoice = { aged: true, issuedOn: day('2026-08-01'), dueOn: day('2026-08-31') };
const receipt = { aged: false, issuedOn: day('2026-11-03'), dueOn: day('2026-11-03') };
const span = { from: day('2026-11-02'), to: day('2026-11-04') };
const changes = [
  { ...invoice, onDay: day('2026-08-01'), minor: 10_000n },
  { ...receipt, onDay: day('2026-11-03'), minor: -6500n },
  { ...invoice, onDay: day('2026-11-04'), minor: -6000n },
  { ...receipt, onDay: day('2026-11-04'), minor: 6000n },
  { ...invoice, onDay: day('2026-11-05'), minor: 1n },
];

test('days have what stood open at the end of each', () => {
  const days = [...standingsOver(span, changes)];
  expect(days.map(({ day: on, sums }) => [on, sums.get('ar'), sums.get('unapplied')])).toEqual([
    ['2026-11-02', 10_000n, undefined],
    ['2026-11-03', 3500n, 6500n],
    ['2026-11-04', 3500n, 500n],
  ]);
  expect(Object.fromEntries(days[2]?.sums ?? [])).toEqual({
    ar: 3500n,
    gross: 4000n,
    bucket_3: 4000n,
    overdue: 4000n,
    over_60: 4000n,
    overdue_days: 4000n * 65n,
    open_age: 4000n * 95n,
    'open_age:2026-08': 4000n * 95n,
    unapplied: 500n,
    unapplied_days: 500n,
  });
});

test.each([
  ['2026-11-04', { gross: 5n, bucket_0: 5n, current: 5n }],
  ['2026-11-03', { gross: 5n, bucket_1: 5n, overdue: 5n, overdue_days: 5n }],
  ['2026-10-05', { gross: 5n, bucket_1: 5n, overdue: 5n, overdue_days: 150n }],
  ['2026-10-04', { gross: 5n, bucket_2: 5n, overdue: 5n, overdue_days: 155n }],
  ['2026-08-05', { gross: 5n, bucket_4: 5n, overdue: 5n, over_60: 5n, over_90: 5n }],
  ['2026-07-06', { bucket_5: 5n }],
])('what was due on %s stands in its bucket on the day after many of waiting', (due, parts) => {
  const one = {
    aged: true,
    issuedOn: day('2026-07-01'),
    dueOn: day(due),
    onDay: day('2026-07-01'),
  };
  const last = [...standingsOver(span, [{ ...one, minor: 5n }])].at(-1);
  expect(Object.fromEntries(last?.sums ?? [])).toMatchObject(parts);
});

test('what begins after the last day is not in them, and two sums of changes add up', () => {
  const sumsOf = (some: typeof changes) =>
    [...standingsOver(span, some)].map(({ sums }) => sums.get('open_age') ?? 0n);
  const [early, late] = [sumsOf(changes.slice(0, 2)), sumsOf(changes.slice(2))];
  expect(early.map((sum, at) => sum + (late[at] ?? 0n))).toEqual(sumsOf(changes));
  expect(sumsOf(changes.slice(4))).toEqual([0n, 0n, 0n]);
});
