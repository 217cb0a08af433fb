import { expect, test } from 'vitest';
import { fitShare, oddsOf, shareOf } from './share-model.ts';

/** Shares that follow a logistic curve of the first value; the second says nothing. */
const rows = Array.from({ length: 400 }, (_, at) => {
  const x = (at % 20) / 10 - 1;
  const noise = ((at * 7) % 13) / 13 - 0.5;
  return { values: [x, noise], share: shareOf(0.4 + 1.5 * x) };
});

test('the curve behind the shares is found again', () => {
  const model = fitShare(rows, 0.01);
  for (const x of [-0.9, 0, 0.8]) {
    expect(shareOf(oddsOf(model, [x, 0]))).toBeCloseTo(shareOf(0.4 + 1.5 * x), 2);
  }
});

test('what is given is not learned again', () => {
  const given = rows.map((row) => ({ ...row, given: 0.4 + 1.5 * (row.values[0] ?? 0) }));
  const model = fitShare(given, 1);
  expect(Math.abs(oddsOf(model, [0.7, 0.2]))).toBeLessThan(0.02);
});

test('the ridge holds weights back where there is little to learn from', () => {
  const few = rows.slice(0, 12);
  const size = (ridge: number) => Math.abs(fitShare(few, ridge).weights[0] ?? 0);
  expect(size(100)).toBeLessThan(size(1));
});
