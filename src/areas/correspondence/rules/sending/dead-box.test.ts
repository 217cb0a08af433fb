import { expect, test } from 'vitest';
import { deadBox } from './dead-box.ts';

test.each([
  ['550 5.1.1 no such user', '5.1.1'],
  ['550 5.1.10 recipient not found', '5.1.10'],
  ['552 5.2.2 mailbox full', undefined],
  ['550 5.7.1 refused by policy', undefined],
  ['554 refused', undefined],
])('%s: %s', (detail, status) => {
  expect(deadBox(detail)).toBe(status);
});
