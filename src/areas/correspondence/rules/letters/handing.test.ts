import { expect, test } from 'vitest';
import { type HandingEvent, goesByItself, handingKey, isUnknown, mayHandOver } from './handing.ts';

test.each<[HandingEvent | null, string]>([
  [null, 'may go'],
  ['tried', 'unknown'],
  ['taken', 'gone'],
  ['refused', 'may go'],
  ['unknown', 'unknown'],
  ['not_there', 'may go'],
])('a letter whose last word is %s: %s', (last, expected) => {
  const said = mayHandOver(last) ? 'may go' : isUnknown(last) ? 'unknown' : 'gone';
  expect(said).toBe(expected);
});

test.each([
  ['refused', 'ECONNREFUSED fetch failed', 1, true],
  ['refused', '429 too many', 4, true],
  ['refused', '429 too many', 5, false],
  ['refused', '422 address_zip is required', 1, false],
  ['refused', 'address_changed', 1, false],
  ['not_there', '', 0, true],
  ['taken', '', 0, false],
  ['tried', '', 0, false],
  ['unknown', '', 0, false],
] as const)('%s, %s, %i times refused: again by itself %s', (event, detail, refusals, again) => {
  expect(goesByItself({ event, detail, refusals })).toBe(again);
});

test('a letter that nobody tried goes by itself', () => {
  expect(goesByItself(null)).toBe(true);
});

test('a letter keeps its key until it was refused', () => {
  expect(handingKey('m', 0)).toBe('m-0');
  expect(handingKey('m', 1)).not.toBe(handingKey('m', 0));
});
