import { expect, test } from 'vitest';
import { writtenPhone } from './written-phone.ts';

test.each([
  ['+12125550100', '+1 (212) 555-0100'],
  ['2125550100', '(212) 555-0100'],
  ['212.555.0100', '(212) 555-0100'],
  ['+1 212 555 0100 ext. 12', '+1 (212) 555-0100 ext. 12'],
  ['+442079460000', '+44 207 946 0000'],
  ['+525512345678', '+52 551 234 5678'],
  ['+35312345678', '+353 123 456 78'],
  ['+34910000000', '+34 910 000 000'],
  ['call the front desk', 'call the front desk'],
  ['12345', '12345'],
  ['', ''],
])('%s is read as %s', (text, written) => {
  expect(writtenPhone(text)).toBe(written);
});
