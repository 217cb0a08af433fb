import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import {
  age,
  bucketLabel,
  bucketLabels,
  bucketOf,
  bucketSets,
  bucketSpan,
  parseBuckets,
} from './aging.ts';

const asOf = day('2026-09-30');

describe('the edges of the standard buckets (case P-01)', () => {
  test.each`
    dueOn           | days   | bucket
    ${'2026-10-31'} | ${-31} | ${'not_due'}
    ${'2026-10-01'} | ${-1}  | ${'not_due'}
    ${'2026-09-30'} | ${0}   | ${'not_due'}
    ${'2026-09-29'} | ${1}   | ${'1-30'}
    ${'2026-08-31'} | ${30}  | ${'1-30'}
    ${'2026-08-30'} | ${31}  | ${'31-60'}
    ${'2026-08-01'} | ${60}  | ${'31-60'}
    ${'2026-07-31'} | ${61}  | ${'61-90'}
    ${'2026-07-02'} | ${90}  | ${'61-90'}
    ${'2026-07-01'} | ${91}  | ${'91-120'}
    ${'2026-06-02'} | ${120} | ${'91-120'}
    ${'2026-06-01'} | ${121} | ${'121+'}
  `('due $dueOn is $days days old and stands in $bucket', ({ dueOn, days, bucket }) => {
    const late = age(asOf, day(dueOn));
    expect(late).toBe(days);
    expect(bucketLabel(bucketSets.standard, bucketOf(late, bucketSets.standard))).toBe(bucket);
  });
});

test.each`
  set                       | labels
  ${bucketSets.standard}    | ${['not_due', '1-30', '31-60', '61-90', '91-120', '121+']}
  ${bucketSets.weekly}      | ${['not_due', '1-7', '8-14', '15-21', '22-28', '29+']}
  ${[-7, 0, 7, 14, 21, 28]} | ${['due_in_7+', 'due_in_0-6', '1-7', '8-14', '15-21', '22-28', '29+']}
  ${[-1, 0, 1]}             | ${['due_in_1+', 'due_in_0', '1', '2+']}
  ${[30, 60]}               | ${['up_to_30', '31-60', '61+']}
  ${[-7, 7]}                | ${['due_in_7+', '-6..7', '8+']}
  ${[]}                     | ${['all']}
`('the buckets of $set are named $labels', ({ set, labels }) => {
  expect(bucketLabels(set)).toEqual(labels);
});

test('every age from 400 days ahead to 4,000 days late is in exactly one bucket (I-2)', () => {
  const sets = [...Object.values(bucketSets), [-7, 0, 7, 14, 21, 28], [0], [-30, 45]];
  for (const set of sets) {
    for (let days = -400; days <= 4000; days += 1) {
      const covering = bucketLabels(set).filter((_, index) => covers(set, index, days));
      expect(covering).toEqual([bucketLabel(set, bucketOf(days, set))]);
    }
  }
});

test('the same holds for any ascending set', () => {
  const edges = fc
    .uniqueArray(fc.integer({ min: -400, max: 4000 }), { minLength: 1, maxLength: 24 })
    .map((list) => list.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(edges, fc.integer({ min: -400, max: 4000 }), (set, days) => {
      const covering = bucketLabels(set).flatMap((_, i) => (covers(set, i, days) ? [i] : []));
      expect(covering).toEqual([bucketOf(days, set)]);
    }),
  );
});

describe('reading a bucket set', () => {
  test.each`
    text                 | answer
    ${'0,30,60,90,120'}  | ${[0, 30, 60, 90, 120]}
    ${' -7, 0, 7 , 14 '} | ${[-7, 0, 7, 14]}
    ${'0'}               | ${[0]}
    ${'weekly'}          | ${[0, 7, 14, 21, 28]}
    ${'pre-due'}         | ${[-14, -7, 0, 30, 60, 90, 120]}
    ${'30,30'}           | ${'aging.buckets_not_ascending'}
    ${'60,30'}           | ${'aging.buckets_not_ascending'}
    ${''}                | ${'aging.buckets_unreadable'}
    ${'0,,30'}           | ${'aging.buckets_unreadable'}
    ${'0,30.5'}          | ${'aging.buckets_unreadable'}
    ${'monthly'}         | ${'aging.buckets_unreadable'}
    ${'0,999999'}        | ${'aging.buckets_unreadable'}
  `('"$text" is $answer', ({ text, answer }) => {
    const outcome = parseBuckets(text);
    expect(outcome.ok ? outcome.value : outcome.refusal).toEqual(answer);
  });

  test('more edges than a screen can show are refused', () => {
    const text = Array.from({ length: 25 }, (_, index) => index).join(',');
    expect(parseBuckets(text)).toMatchObject({ ok: false, facts: { most: 24 } });
  });
});

function covers(set: readonly number[], index: number, days: number): boolean {
  const { from, to } = bucketSpan(set, index);
  return (from === undefined || days >= from) && (to === undefined || days <= to);
}
