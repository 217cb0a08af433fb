import { expect, test } from 'vitest';
import { type HandingEvent, handingKey, isUnknown, mayHandOver } from './handing.ts';

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

test('a letter keeps its key until it was refused', () => {
  expect(handingKey('m', 0)).toBe('m-0');
  expect(handingKey('m', 1)).not.toBe(handingKey('m', 0));
});
