import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { duplicateWindowDays, judgeDuplicate } from './duplicate.ts';

const check = { routing: '021000021', account: '123456789', serial: '1042', amount: 51_200n };

test.each([
  ['the same check', {}, true, 'block'],
  ['with the zeros of a scanner', { serial: '0001042', account: '1234-56789' }, true, 'block'],
  ['with another amount', { amount: 51_201n }, 'suspect', 'review'],
  ['another number', { serial: '1043' }, false, 'post'],
  ['another account', { account: '123456780' }, false, 'post'],
  ['another bank', { routing: '121000248' }, false, 'post'],
  ['180 days later', { on: day('2027-05-19') }, true, 'block'],
  ['181 days later', { on: day('2027-05-20') }, false, 'post'],
])('%s', (_, change, duplicate, action) => {
  expect(duplicateWindowDays).toBe(180);
  const first = { ...check, on: day('2026-11-20') };
  expect(judgeDuplicate({ ...check, ...change }, [first])).toEqual({ duplicate, action });
});

test('checks without a number are looked at when amounts agree, never blocked', () => {
  const bare = { ...check, serial: '' };
  expect(judgeDuplicate(bare, [bare])).toEqual({ duplicate: 'suspect', action: 'review' });
  expect(judgeDuplicate({ ...bare, amount: 1n }, [bare]).duplicate).toBe(false);
});

test('the worst answer wins, and nothing before is no duplicate', () => {
  expect(judgeDuplicate(check, [{ ...check, amount: 1n }, check]).duplicate).toBe(true);
  expect(judgeDuplicate(check, [])).toEqual({ duplicate: false, action: 'post' });
});
