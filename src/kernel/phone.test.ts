import { expect, test } from 'vitest';
import { e164, writtenPhone } from './phone.ts';

test.each([
  ['+12125550100', '+1 212 555 0100'],
  ['2125550100', '+1 212 555 0100'],
  ['212.555.0100', '+1 212 555 0100'],
  ['+1 212 555 0100 ext. 12', '+1 212 555 0100 ext. 12'],
  ['+442079460000', '+44 20 7946 0000'],
  ['+525512345678', '+52 55 1234 5678'],
  ['+34912345678', '+34 912 34 56 78'],
  ['call the front desk', 'call the front desk'],
  ['12345', '12345'],
  ['', ''],
])('%s is read as %s', (text, written) => {
  expect(writtenPhone(text)).toBe(written);
});

test.each([
  ['(512) 555-0142', '+15125550142'],
  ['512.555.0142 x3', '+15125550142'],
  ['512-555-0142#4', '+15125550142'],
  ['1 512 555 0142', '+15125550142'],
  ['011 44 20 7946 0000', '+442079460000'],
  ['+52 55 1234 5678', '+525512345678'],
  ['555-0142', undefined],
  ['(512) 555-0142 / 43', undefined],
  ['call 512 555 0142', undefined],
  ['+1', undefined],
  ['javascript:alert(1)', undefined],
])('%s is dialed as %s', (text, number) => {
  expect(e164(text)).toBe(number);
});
