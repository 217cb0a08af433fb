import { expect, test } from 'vitest';
import { words } from '../words.ts';
import { postingPhrase } from './activity.ts';

test('every posting is said by a phrase, one of its own or the general one', () => {
  const kinds = ['invoice', 'receipt', 'application', 'write_off', 'return', 'fee', 'revaluation'];
  expect(kinds.map(postingPhrase).filter((phrase) => !(phrase in words))).toEqual([]);
  expect(postingPhrase('opening')).toBe('activity.posted');
});
