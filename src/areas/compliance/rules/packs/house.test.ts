import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { question } from '#test/support/gate-questions.ts';
import { tried } from '#test/support/contacts.ts';
import { decideContact } from '../decide-contact.ts';
import { type HouseRules, makeHousePack } from './house.ts';

const pack = (rules: Partial<HouseRules>) =>
  makeHousePack({
    version: 3,
    effectiveFrom: day('2026-01-01'),
    rules: { hours: null, caps: [], ...rules },
  });

test('nothing stated is no rule', () => {
  expect(pack({}).rules).toEqual([]);
});

test('a rule carries the version in which it was stated, and its numbers', () => {
  const [hours] = pack({ hours: { from: 9, to: 17, businessDays: true } }).rules;
  expect(hours).toMatchObject({
    id: 'HOUSE.HOURS',
    version: 3,
    parameters: { from: 9, to: 17, days: 'business' },
  });
});

test('a cap of some channels leaves the others', () => {
  const house = pack({
    caps: [{ channels: ['email'], limit: 2, days: 10, businessDays: true, counts: 'attempts' }],
  });
  const history = [tried('9 10:00', 'email', 'sent'), tried('10 10:00', 'email', 'sent')];
  const ids = (channel: 'call' | 'email') =>
    decideContact(
      question({
        firm: { version: null, effectiveFrom: day('2026-01-01'), packs: [house] },
        history,
        contact: { channel },
      }),
    ).reasons.map(({ id }) => id);
  expect(ids('email')).toEqual(['HOUSE.CAP2IN10']);
  expect(ids('call')).toEqual([]);
});
