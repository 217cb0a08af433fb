import { expect, test } from 'vitest';
import { channelOf, mayAct } from './channel.ts';

test.each([
  ['email', 'email'],
  ['letter', 'letter'],
  ['call', 'call'],
  ['task', 'inner'],
  ['propose_hold', 'inner'],
])('the switch of %s is that of %s', (act, channel) => {
  expect(channelOf(act)).toBe(channel);
});

test('a channel is off until it is switched on, and a canary lets one strategy through', () => {
  expect(mayAct(undefined, 'b2b')).toBe(false);
  expect(mayAct({ isOn: false, onlyFor: null }, 'b2b')).toBe(false);
  expect(mayAct({ isOn: true, onlyFor: null }, 'b2b')).toBe(true);
  expect(mayAct({ isOn: true, onlyFor: ['schools'] }, 'b2b')).toBe(false);
  expect(mayAct({ isOn: true, onlyFor: ['b2b'] }, 'b2b')).toBe(true);
});
