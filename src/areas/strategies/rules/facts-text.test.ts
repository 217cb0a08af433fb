import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { owed } from '#test/support/account-facts.ts';
import { factsText, readFacts } from './facts-text.ts';

const usd = currency('USD');
const facts = {
  ...owed([
    { due: '2026-04-01', open: '600', disputed: '20', promisedUntil: '2026-04-20' },
    { due: '2026-05-01', open: '90071992547409.93', currency: 'EUR' },
  ]),
  texts: {
    account: ['N"1'],
    kind: ['trade'],
    company: ['MAIN'],
    country: [],
    state: ['TX'],
    segment: [],
    status: ['open'],
    language: ['es'],
    terms: ['NET30'],
    owner: [],
    tag: ['vip', 'seasonal'],
  },
  score: 61,
  brokenPromises: 2,
  unapplied: [{ currency: usd, minor: 5n }],
  promised: [{ currency: usd, minor: 9n, until: day('2026-04-20') }],
  inFlight: [{ currency: usd, minor: 7n }],
  done: [{ itemId: 'a', step: 'l1', days: 5, episode: 'a', on: day('2026-04-06') }],
  lastNoticeOn: day('2026-04-06'),
  events: [{ event: 'reply', on: day('2026-04-07') } as const],
  holds: ['bankruptcy'],
};

test('facts come back as they were written', () => {
  expect(readFacts(factsText(facts))).toEqual(facts);
});

test('what a text does not speak of is not there', () => {
  const some = readFacts('{"a":["N1","trade","MAIN",null,null,null,"open","en",null,null],"i":[]}');
  expect(some).toMatchObject({ score: null, brokenPromises: 0, items: [], done: [], holds: [] });
  expect(some.texts.country).toEqual([]);
});
