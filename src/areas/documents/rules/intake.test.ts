import { expect, test } from 'vitest';
import { nextVersion } from './intake.ts';

test('a version number is never given twice, also when the last one was withdrawn', () => {
  expect([nextVersion([]), nextVersion([1, 2]), nextVersion([3])]).toEqual([1, 3, 4]);
});
