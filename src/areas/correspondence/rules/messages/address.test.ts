import { expect, test } from 'vitest';
import { fitsChannel } from './address.ts';

test.each([
  ['ana@north.example', 'email', true],
  ['Ana <ana@north.example>', 'email', false],
  ['a@b.example, c@d.example', 'email', false],
  ['a@b.example\r\nBcc: x@y.example', 'email', false],
  ['josé@peñón.example', 'email', true],
  ['+12125550100', 'sms', true],
  ['2125550100', 'sms', false],
  ['', 'letter', true],
] as const)('%j by %s: %s', (address, channel, fits) => {
  expect(fitsChannel(address, channel)).toBe(fits);
});
