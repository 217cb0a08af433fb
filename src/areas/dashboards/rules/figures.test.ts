import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { variantOf } from '#areas/metrics/rules/catalogue.ts';
import { boardTiles, figureNames, metricFigures, periodOf, tileKeys, tiles } from './figures.ts';

test('every metric on a dashboard is one of the catalogue, in a variant that it has', () => {
  const unknown = Object.values(metricFigures).filter(
    ({ metric, variant }) => variantOf(metric, variant) === undefined,
  );
  expect(unknown).toEqual([]);
});

test('the CFO has seven figures, the manager ten, each of them known', () => {
  expect(boardTiles).toHaveLength(7);
  expect(tileKeys).toHaveLength(10);
  expect(
    Object.values(tiles)
      .flat()
      .every((name) => figureNames.includes(name)),
  ).toBe(true);
});

test.each([
  ['day', '2026-11-20', '2026-11-20'],
  ['week', '2026-11-16', '2026-11-20'],
  ['month', '2026-11-01', '2026-11-20'],
  ['quarter', '2026-08-21', '2026-11-20'],
] as const)('the %s that ends on a Friday begins on %s', (span, from, to) => {
  expect(periodOf(span, day('2026-11-20'))).toEqual({ from, to });
});
