import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { judgeInTurn, smallFirst } from './judge-in-turn.ts';
import { type CreditFacts, clearsByCash, judgeOrder } from './judge-order.ts';
import { keptFigures } from './kept-figures.ts';
import { type CreditPolicy, policyFor, standardCreditPolicy } from './policy.ts';

const usd = currency('USD');
const today = day('2026-11-20');
const dollars = (amount: number) => money(BigInt(amount) * 100n, usd);

/** Limit 10,000 with 8,000 at risk. */
const facts: CreditFacts = {
  account: 'C-1',
  company: 'ACME',
  base: usd,
  kind: 'trade',
  segment: null,
  status: 'open',
  hold: null,
  limits: {
    standing: { amount: dollars(10_000), untilOn: null },
    temporary: null,
    insurance: null,
  },
  books: [{ currency: usd, owed: 800_000n, credit: 0n }],
  orders: [],
  family: null,
  oldestDueOn: null,
  pastDue: [],
  promiseBrokenOn: null,
};

type Told = {
  readonly facts?: Partial<CreditFacts>;
  readonly policy?: Partial<CreditPolicy>;
  readonly order?: number;
  readonly forced?: string;
  readonly at?: 'order' | 'delivery' | 'invoice';
};

function judged({ facts: more, policy, order = 100, forced, at = 'order' }: Told) {
  return judgeOrder(
    {
      facts: { ...facts, ...more },
      order: { open: dollars(order), forced: forced ?? null },
      at,
      policy: { ...standardCreditPolicy, ...policy },
    },
    today,
    () => () => undefined,
  );
}

const reasonsOf = (told: Told): readonly string[] =>
  judged(told).reasons.map((each) => each.reason);
const atOrder = (reason: string) => ({
  at: { ...standardCreditPolicy.at, [reason]: ['order'] },
});
const family = {
  name: 'Group',
  limit: { amount: dollars(500), untilOn: null },
  books: [{ currency: usd, owed: 45_000n, credit: 0n }],
  orders: [],
};

test.each<[name: string, told: Told, reasons: string[]]>([
  ['up to the limit', { order: 2000 }, []],
  ['a dollar above it', { order: 2001 }, ['over_limit']],
  ['above it within the tolerance', { order: 2500, policy: { toleranceBps: 500 } }, []],
  ['a person holds it', { forced: 'fraud?' }, ['forced']],
  ['a person holds the account', { facts: { hold: 'fraud?' } }, ['account_hold']],
  ['the account is with lawyers', { facts: { status: 'legal' } }, ['account_status']],
  [
    'past due too long',
    { facts: { pastDue: [dollars(5)], oldestDueOn: day('2026-08-01') } },
    ['past_due'],
  ],
  [
    'too little past due',
    {
      facts: { pastDue: [dollars(5)], oldestDueOn: day('2026-08-01') },
      policy: { pastDue: { days: 60, graceDays: 0, from: [dollars(6)] } },
    },
    [],
  ],
  [
    'the limit expired yesterday',
    {
      facts: {
        limits: {
          ...facts.limits,
          standing: { amount: dollars(10_000), untilOn: day('2026-11-19') },
        },
      },
    },
    ['limit_expired'],
  ],
  [
    'no limit, and nobody asks for one',
    { facts: { limits: { ...facts.limits, standing: null } } },
    [],
  ],
  [
    'no limit where one is asked for',
    { facts: { limits: { ...facts.limits, standing: null } }, policy: atOrder('no_limit') },
    ['no_limit'],
  ],
  [
    'a promise broken thirty days ago',
    { facts: { promiseBrokenOn: day('2026-10-21') }, policy: atOrder('broken_promise') },
    ['broken_promise'],
  ],
  [
    'a promise broken thirty-one days ago',
    { facts: { promiseBrokenOn: day('2026-10-20') }, policy: atOrder('broken_promise') },
    [],
  ],
  ['the family within its limit', { facts: { family }, order: 50 }, []],
  ['the family above its limit', { facts: { family }, order: 51 }, ['group_over_limit']],
  [
    'a rate is missing',
    { facts: { books: [{ currency: currency('EUR'), owed: 1n, credit: 0n }] } },
    ['no_rate'],
  ],
  [
    'several at once',
    { order: 9000, facts: { status: 'agency', hold: 'see file' } },
    ['account_hold', 'account_status', 'over_limit'],
  ],
  ['asked where it does not stop', { order: 9000, at: 'invoice' }, []],
])('%s', (_name, told, reasons) => {
  expect(reasonsOf(told)).toEqual(reasons);
});

describe('whom the policy leaves out', () => {
  const exclude = { accounts: [], segments: [], kinds: [], ordersBelow: [] };
  test.each<[Partial<CreditPolicy['exclude']>, Partial<CreditFacts>, string]>([
    [{ accounts: ['C-1'] }, {}, 'account'],
    [{ segments: ['public'] }, { segment: 'public' }, 'segment'],
    [{ kinds: ['public'] }, { kind: 'public' }, 'kind'],
    [{ ordersBelow: [dollars(9001)] }, {}, 'small_order'],
  ])('%o goes on', (more, also, excluded) => {
    const policy = { exclude: { ...exclude, ...more } };
    const answer = judged({ order: 9000, facts: also, policy });
    expect(answer).toMatchObject({ verdict: 'approved', excluded });
  });

  test('is still held by a person’s word', () => {
    const policy = { exclude: { ...exclude, accounts: ['C-1'] } };
    expect(reasonsOf({ order: 9000, forced: 'fraud?', policy })).toEqual(['forced']);
  });
});

test('a company’s own policy goes before the one for all', () => {
  const own = { ...standardCreditPolicy, key: 'own', companies: ['ACME'] };
  const all = { ...standardCreditPolicy, key: 'all' };
  expect([policyFor('ACME', [all, own]).key, policyFor('OTHER', [all, own]).key]).toEqual([
    'own',
    'all',
  ]);
  expect(policyFor('OTHER', [own]).key).toBe('standard');
});

test('cash clears what is about money, not what a person must settle', () => {
  expect(clearsByCash(['over_limit', 'past_due'])).toBe(true);
  expect(clearsByCash(['over_limit', 'account_status'])).toBe(false);
  expect(clearsByCash([])).toBe(false);
});

describe('orders in turn', () => {
  const turn = {
    facts,
    at: 'order',
    policy: standardCreditPolicy,
    today,
    rates: () => () => undefined,
  } as const;
  const order = (number: string, open: bigint, counted = false) => ({
    number,
    currency: usd,
    open,
    delivered: 0n,
    counted: counted ? { open, delivered: 0n } : null,
    forced: null,
  });

  test('each that goes on leaves less for the next, the smallest first', () => {
    const orders = smallFirst([order('A', 150_000n), order('B', 40_000n), order('C', 60_000n)]);
    const verdicts = judgeInTurn(turn, orders).map(
      ({ order: { number }, judgement }) => `${number} ${judgement.verdict}`,
    );
    expect(verdicts).toEqual(['B approved', 'C approved', 'A held']);
  });

  test('an order that counts already is not counted beside itself', () => {
    const counting = {
      ...turn,
      facts: { ...facts, orders: [{ currency: usd, open: 200_000n, delivered: 0n }] },
    };
    const [only] = judgeInTurn(counting, [order('A', 200_000n, true)]);
    expect(only?.judgement.verdict).toBe('approved');
  });
});

test('the figures of a decision are kept as decimal text', () => {
  const { figures } = judged({ order: 2500 });
  expect(figures && keptFigures(figures)).toMatchObject({
    currency: 'USD',
    exposure: '8000.00',
    withOrder: '10500.00',
    limit: '10000.00',
    limitKind: 'standing',
    over: '500.00',
  });
});
