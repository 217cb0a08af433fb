import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import {
  type BusinessFacts,
  type OpenDebt,
  type OpenPromise,
  businessRules,
  whatForbidsAsking,
  whatForbidsWriting,
  whoIsAway,
} from './business-facts.ts';

const numbered = (end: number) => id(`00000000-0000-7000-8000-00000000000${end}`);
const [a, b, c] = [numbered(1), numbered(2), numbered(3)];
const on = day('2026-05-19');

const debt = (itemId: typeof a, open: bigint, more: Partial<OpenDebt> = {}): OpenDebt => ({
  itemId,
  currency: 'USD',
  open,
  dueOn: day('2026-04-01'),
  disputed: 0n,
  ...more,
});
const promise = (waiting: bigint, more: Partial<OpenPromise> = {}): OpenPromise => ({
  currency: 'USD',
  waiting,
  lastDay: day('2026-05-22'),
  itemIds: [],
  ...more,
});
const owed: BusinessFacts = {
  debts: [debt(a, 300_00n), debt(b, 200_00n)],
  credits: [],
  unposted: [],
  promises: [],
  mails: [],
  status: 'open',
};

describe('asking for money is forbidden', () => {
  test.each<
    [
      says: string,
      facts: Partial<BusinessFacts>,
      named: readonly (typeof a)[],
      ids: readonly string[],
    ]
  >([
    ['not when it is owed', {}, [], []],
    ['when nothing is open', { debts: [] }, [], ['FACT.NOTHING_OPEN']],
    ['for an item that is paid', {}, [a, c], ['FACT.NOTHING_OPEN']],
    [
      'for an item on a plan whose instalment is far',
      { debts: [debt(a, 300_00n, { restsUntil: day('2026-05-26') }), debt(b, 200_00n)] },
      [a, b],
      ['FACT.PLAN'],
    ],
    [
      'for the account when all that is late of it is on a plan',
      { debts: [debt(a, 300_00n, { restsUntil: day('2026-05-26') })] },
      [],
      ['FACT.PLAN'],
    ],
    [
      'not for what is late beside the plan',
      { debts: [debt(a, 300_00n, { restsUntil: day('2026-05-26') }), debt(b, 200_00n)] },
      [],
      [],
    ],
    [
      'not of an instalment that is due in these days',
      { debts: [debt(a, 300_00n, { restsUntil: day('2026-05-19') })] },
      [],
      [],
    ],
    [
      'for an item under dispute',
      { debts: [debt(a, 300_00n, { disputed: 300_00n }), debt(b, 200_00n)] },
      [a, b],
      ['FACT.DISPUTED'],
    ],
    [
      'not for the part that is not disputed',
      { debts: [debt(a, 500_00n, { disputed: 120_00n })] },
      [a],
      [],
    ],
    [
      'not for the rest of the account',
      { debts: [debt(a, 300_00n, { disputed: 300_00n }), debt(b, 200_00n)] },
      [],
      [],
    ],
    [
      'when all of it is disputed',
      { debts: [debt(a, 300_00n, { disputed: 300_00n })] },
      [],
      ['FACT.DISPUTED'],
    ],
    [
      'for a promised item',
      { promises: [promise(200_00n, { itemIds: [b] })] },
      [b],
      ['FACT.PROMISED'],
    ],
    [
      'for a promised item beside another',
      { promises: [promise(200_00n, { itemIds: [b] })] },
      [a, b],
      ['FACT.PROMISED'],
    ],
    [
      'not for an item promised in part',
      { promises: [promise(50_00n, { itemIds: [b] })] },
      [b],
      [],
    ],
    [
      'not once the grace has run out',
      { promises: [promise(500_00n, { lastDay: day('2026-05-18') })] },
      [],
      [],
    ],
    ['when the whole account is promised', { promises: [promise(500_00n)] }, [], ['FACT.PROMISED']],
    [
      'when a credit covers it',
      { credits: [{ currency: 'USD', amount: 500_00n }] },
      [],
      ['FACT.CREDIT'],
    ],
    ['not when a cent is left', { credits: [{ currency: 'USD', amount: 499_99n }] }, [], []],
    [
      'when the bank has seen it',
      { unposted: [{ currency: 'USD', amount: 600_00n }] },
      [a],
      ['FACT.CASH_SEEN'],
    ],
    [
      'when several cover it together',
      {
        credits: [{ currency: 'USD', amount: 100_00n }],
        unposted: [{ currency: 'USD', amount: 400_00n }],
      },
      [],
      ['FACT.CASH_SEEN', 'FACT.CREDIT'],
    ],
    [
      'not by money of another currency',
      { unposted: [{ currency: 'EUR', amount: 900_00n }] },
      [],
      [],
    ],
    ['while a mail says it is paid', { mails: [{ itemIds: [] }] }, [a], ['FACT.MAIL_WAITING']],
    ['not by a mail about another item', { mails: [{ itemIds: [b] }] }, [a], []],
    ['while a plan stands', { status: 'plan' }, [], ['FACT.PLAN']],
    ['while an agency has it', { status: 'agency' }, [], ['FACT.PLACED']],
  ])('%s', (_, facts, named, ids) => {
    expect(whatForbidsAsking({ ...owed, ...facts }, named, on)).toEqual(ids);
  });

  test('before it is due only when that is asked for', () => {
    const debts = [debt(a, 300_00n), debt(b, 200_00n, { dueOn: day('2026-06-30') })];
    const credits = [{ currency: 'USD', amount: 300_00n }];
    expect(whatForbidsAsking({ ...owed, debts, credits }, [], on)).toEqual(['FACT.CREDIT']);
    expect(whatForbidsAsking({ ...owed, debts: debts.slice(1) }, [], on)).toEqual([]);
  });

  test('of two currencies one with something left is enough to ask', () => {
    const debts = [debt(a, 300_00n), debt(b, 200_00n, { currency: 'EUR' })];
    const credits = [{ currency: 'USD', amount: 300_00n }];
    expect(whatForbidsAsking({ ...owed, debts, credits }, [], on)).toEqual([]);
  });
});

test('every rule of the facts has its name', () => {
  expect(businessRules).toEqual(businessRules.toSorted());
});

test.each([
  ['email', 'collect', true, ['FACT.PORTAL']],
  ['letter', 'notice', true, ['FACT.PORTAL']],
  ['sms', 'collect', true, ['FACT.PORTAL']],
  ['email', 'answer', true, []],
  ['call', 'collect', true, []],
  ['email', 'collect', false, []],
])('by %s to %s, with a portal of their own %s: %j', (channel, purpose, portal, ids) => {
  expect(whatForbidsWriting({ ...owed, portal }, { channel, purpose })).toEqual(ids);
});

test.each([
  ['email', 'collect', 'Ann@North.example', '2026-05-19', ['FACT.AWAY']],
  ['email', 'collect', 'ann@north.example', '2026-05-20', []],
  ['email', 'answer', 'ann@north.example', '2026-05-19', []],
  ['email', 'collect', 'bo@north.example', '2026-05-19', []],
  ['letter', 'collect', 'ann@north.example', '2026-05-19', []],
])('by %s to %s %s, away until the 19th, on %s: %j', (channel, purpose, address, date, ids) => {
  const away = [{ address: 'ann@north.example', until: on }];
  const asked = { address, on: day(date) };
  expect(whoIsAway({ ...owed, away }, { channel, purpose }, asked)).toEqual(ids);
});
