import { expect, test } from 'vitest';
import { dialLink, isDialLink, standardDialLink } from './dial-link.ts';

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
