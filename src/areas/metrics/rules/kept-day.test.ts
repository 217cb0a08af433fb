import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { BookWalk, daysBack } from './kept-day.ts';

const invoice = { aged: true, issuedOn: day('2026-08-01'), dueOn: day('2026-08-31') };
const receipt = { aged: false, issuedOn: day('2026-11-03'), dueOn: day('2026-11-03') };

test('days walked backwards have what stood open at the end of each', () => {
  const walk = new BookWalk([
    { ...invoice, minor: 4000n },
    { ...receipt, minor: -500n },
  ]);
  const changes = [
    { ...invoice, onDay: day('2026-11-04'), minor: -6000n },
    { ...receipt, onDay: day('2026-11-04'), minor: 6000n },
    { ...receipt, onDay: day('2026-11-03'), minor: -6500n },
  ];
  const span = { from: day('2026-11-02'), to: day('2026-11-04') };
  const days = [...daysBack(span, walk, changes)];
  expect(days.map(({ day: on, sums }) => [on, sums.get('ar'), sums.get('unapplied')])).toEqual([
    ['2026-11-04', 3500n, 500n],
    ['2026-11-03', 3500n, 6500n],
    ['2026-11-02', 10_000n, undefined],
  ]);
  expect(Object.fromEntries(days[0]?.sums ?? [])).toEqual({
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
