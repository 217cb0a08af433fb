import { expect, test } from 'vitest';
import { dialLink, dialable, isDialLink, standardDialLink } from './number.ts';

test.each([
  ['(512) 555-0142', '+15125550142'],
  ['512.555.0142 x3', '+15125550142'],
  ['1 512 555 0142', '+15125550142'],
  ['+52 55 1234 5678', '+525512345678'],
  ['555-0142', undefined],
  ['call Ana', undefined],
  ['+1', undefined],
  ['javascript:alert(1)', undefined],
])('%s is dialed as %s', (phone, number) => {
  expect(dialable(phone)).toBe(number);
});

test('a link dials the number and nothing else', () => {
  expect(dialLink(standardDialLink, '(512) 555-0142')).toBe('tel:+15125550142');
  expect(dialLink('sip:{number}@pbx.example', '5125550142')).toBe('sip:+15125550142@pbx.example');
  const dialer = 'https://dialer.example/call?to={number}';
  expect(dialLink(dialer, '5125550142')).toBe('https://dialer.example/call?to=%2B15125550142');
  expect(dialLink(standardDialLink, 'ask Ana')).toBeUndefined();
});

test.each([
  ['tel:{number}', true],
  ['sip:{number}@pbx.example', true],
  ['https://dialer.example/{number}', true],
  ['javascript:dial({number})', false],
  ['tel:911', false],
])('%s as a dial link is %s', (template, fits) => {
  expect(isDialLink(template)).toBe(fits);
});
