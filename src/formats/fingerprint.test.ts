import { expect, test } from 'vitest';
import { fingerprint, repeatedAmong } from './fingerprint.ts';

test('of a hundred thousand references only those that stand twice are found', () => {
  const marks = Array.from({ length: 100_000 }, (_, at) => fingerprint(`REF${at}`));
  expect([...repeatedAmong(marks)]).toEqual([]);
  const found = repeatedAmong([...marks, fingerprint('REF7'), fingerprint('REF99999')]);
  expect(found).toEqual(new Set([fingerprint('REF7'), fingerprint('REF99999')]));
});
