import { expect, test } from 'vitest';
import type { Channel } from './contact.ts';
import { addressKey, addressOf } from './address.ts';

test.each<[Channel, string, string]>([
  ['call', '(512) 555-0199', '+15125550199'],
  ['sms', '+1 512.555.0199', '+15125550199'],
  ['voicemail', '1-512-555-0199', '+15125550199'],
  ['call', '512-555-0199 ext. 3', '+15125550199'],
  ['call', '+52 55 1234 5678', '+525512345678'],
  ['call', '555-0199 (Ann)', '+5550199'],
  ['call', '', ''],
  ['email', ' Ann@Shop.Example ', 'ann@shop.example'],
  ['letter', ' 1 Main St\n Dover ', '1 Main St Dover'],
])('for a %s, %j is %j', (channel, address, key) => {
  expect(addressKey(channel, address)).toBe(key);
});

test('a person is reached by the number or the address that is known', () => {
  const ann = { email: 'ann@shop.example', phone: '512-555-0199' };
  expect(addressOf('email', ann)).toBe('ann@shop.example');
  expect(addressOf('sms', ann)).toBe('512-555-0199');
  expect(addressOf('letter', ann)).toBe('');
  expect(addressOf('call', { ...ann, phone: null })).toBe('');
  expect(addressOf('email', undefined)).toBe('');
});
