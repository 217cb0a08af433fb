import { expect, test } from 'vitest';
import { copyState } from './copy.ts';

test('an attempt that never came back is unknown until somebody says otherwise', () => {
  expect([
    copyState(false, null),
    copyState(true, null),
    copyState(true, 'unknown'),
    copyState(true, 'sent'),
    copyState(true, 'not_sent'),
  ]).toEqual(['written', 'unknown', 'unknown', 'sent', 'not_sent']);
});
