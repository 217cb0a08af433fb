import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency } from '#kernel/money.ts';
import { afterSending, owed, said } from '#test/support/account-facts.ts';
import { amountIn, usd } from '#test/support/builders.ts';
import { ladder, stepOn } from '#test/support/strategies.ts';
import { decideAccount } from './decide-account.ts';
import { decisionText } from './decision.ts';

const sum = (amount: string, code = 'USD') => ({
  currency: currency(code),
  minor: amountIn(amount, code).minor,
});
const late = { ...ladder, minimum: [], betweenNotices: 0, steps: [stepOn(30, 'l1')] };

test('P-21: a level follows the one that was sent, a week later, and none is left out', () => {
  let facts = owed([{ due: '2026-04-01', open: '600' }]);
  const on = (text: string) => decideAccount(ladder, facts, day(text));
  expect(said(on('2026-04-05'))).toBe('not_late_enough');
  expect(said(on('2026-04-06'))).toBe('l1 USD 600.00');
  expect(said(on('2026-04-20'))).toBe('l1 USD 600.00');
  // Nobody sent it for a month: the debt is late enough for l2, and l1 still comes first.
  expect(said(on('2026-05-01'))).toBe('l1 USD 600.00');
  facts = afterSending(facts, on('2026-05-01'), day('2026-05-01'));
  expect(said(on('2026-05-07'))).toBe('waiting');
  expect(on('2026-05-08')).toMatchObject({ step: 'l2', dueOn: '2026-04-01', episode: 'a' });
  facts = afterSending(facts, on('2026-05-08'), day('2026-05-08'));
  expect(on('2026-05-15')).toMatchObject({ step: 'l3', act: 'letter', days: 40 });
  expect(said(decideAccount(ladder, { ...facts, items: [] }, day('2026-05-20')))).toBe(
    'nothing_open',
  );
});

test('P-22: a minimum is held against each currency by itself', () => {
  const policy = { ...ladder, minimum: [usd('50'), amountIn('45', 'EUR')] };
  const euros = { due: '2026-03-01', open: '30', currency: 'EUR' };
  const some = owed([{ due: '2026-03-01', open: '49.99' }, euros]);
  expect(said(decideAccount(policy, some, day('2026-04-01')))).toBe('below_minimum below_minimum');
  const more = owed([
    { due: '2026-03-01', open: '49.99' },
    euros,
    { due: '2026-03-02', open: '0.01' },
  ]);
  expect(said(decideAccount(policy, more, day('2026-04-01')))).toBe('l1 USD 50.00');
});

test.each([
  ['400', 'credits_cover nothing_due'],
  ['380', 'below_minimum'],
  ['370', 'l1 USD 30.00'],
])('P-23: 400 overdue with %s on account: %s', (credit, answer) => {
  const policy = { ...ladder, minimum: [usd('25')] };
  const facts = { ...owed([{ due: '2026-03-01', open: '400' }]), unapplied: [sum(credit)] };
  expect(said(decideAccount(policy, facts, day('2026-04-01')))).toBe(answer);
});

test('P-14: what was paid too much counts against what else is overdue', () => {
  const policy = { ...ladder, minimum: [usd('10')] };
  const facts = { ...owed([{ due: '2026-03-01', open: '30' }]), unapplied: [sum('25')] };
  const decision = decideAccount(policy, facts, day('2026-04-01'));
  expect(decision).toMatchObject({
    why: [{ code: 'below_minimum', facts: { currency: 'USD', amount: '5.00' } }],
  });
});

test('P-24: what is contested or promised is left out until it no longer is', () => {
  const a = { due: '2026-03-01', open: '300', disputed: '300' };
  const b = { due: '2026-03-01', open: '200', promisedUntil: '2026-05-22' };
  const [c, d] = [
    { due: '2026-03-01', open: '100' },
    { due: '2026-03-01', open: '500', disputed: '120' },
  ];
  expect(said(decideAccount(late, owed([a, b, c, d]), day('2026-05-19')))).toBe('l1 USD 480.00');
  expect(said(decideAccount(late, owed([a, b, c, d]), day('2026-05-23')))).toBe('l1 USD 680.00');
  const settled = owed([{ ...a, disputed: '0' }, { ...b }, c, d]);
  expect(said(decideAccount(late, settled, day('2026-05-24')))).toBe('l1 USD 980.00');
});

test('P-25: interest and the fee of the level are asked for beside what is owed', () => {
  const charges = {
    mode: 'quote',
    interest: { ratePct: decimal('12'), dayCount: 'ACT/365F' },
    fees: [{ step: 'l2', amount: usd('25'), once: true }],
  } as const;
  const policy = { ...ladder, betweenNotices: 0, charges };
  const before = owed([{ due: '2026-03-01', open: '1200' }]);
  const first = decideAccount(policy, before, day('2026-03-06'));
  expect(said(first)).toBe('l1 USD 1201.97');
  const facts = afterSending(before, first, day('2026-03-06'));
  const decision = decideAccount(policy, facts, day('2026-04-15'));
  expect(decision).toMatchObject({
    step: 'l2',
    dueOn: '2026-03-01',
    asks: [{ net: 120_000n, interest: 1775n, fees: 2500n, total: 124_275n }],
  });
  const booked = facts.items.map((item) => ({ ...item, interestTo: day('2026-04-10') }));
  expect(decideAccount(policy, { ...facts, items: booked }, day('2026-04-15'))).toMatchObject({
    asks: [{ interest: 197n }],
  });
});

describe('nobody is asked', () => {
  const facts = owed([{ due: '2026-03-01', open: '600' }]);
  const on = day('2026-04-01');
  test.each([
    ['whose stay or hold stands', { holds: ['bankruptcy'] }, 'hold'],
    ['who is on a plan', { texts: { status: ['plan'] } }, 'status'],
    [
      'whose money was seen and is not posted',
      { inFlight: [sum('600')] },
      'cash_in_flight nothing_due',
    ],
    [
      'who promised on the whole',
      { promised: [{ ...sum('600'), until: on }] },
      'promised nothing_due',
    ],
    ['who owes nothing', { items: [] }, 'nothing_open'],
  ])('%s', (_, told, answer) => {
    expect(said(decideAccount(ladder, { ...facts, ...told }, on))).toBe(answer);
  });

  test('whom the policy leaves alone, until the last day of it', () => {
    const until = day('2026-04-01');
    const exclusion = { by: 'account', value: 'NORTH', reason: 'merger', until } as const;
    const policy = { ...ladder, exclusions: [exclusion] };
    const north = { ...facts, texts: { account: ['NORTH'] } };
    expect(said(decideAccount(policy, north, on))).toBe('excluded');
    expect(said(decideAccount(policy, north, day('2026-04-02')))).toBe('l1 USD 600.00');
  });
});

test('money on account covers the oldest debt, which then makes nobody late', () => {
  const facts = owed([
    { due: '2026-03-01', open: '600' },
    { due: '2026-03-30', open: '100' },
  ]);
  const paid = { ...facts, unapplied: [sum('600')] };
  expect(said(decideAccount(ladder, paid, day('2026-04-01')))).toBe('not_late_enough');
  expect(decideAccount(ladder, paid, day('2026-04-04'))).toMatchObject({
    step: 'l1',
    episode: 'b',
    asks: [{ overdue: 70_000n, lessCredits: 60_000n, net: 10_000n }],
  });
});

test('where credits are not netted, they are applied before anybody is asked', () => {
  const facts = { ...owed([{ due: '2026-03-01', open: '600' }]), unapplied: [sum('1')] };
  const policy = { ...ladder, netCredits: false };
  expect(said(decideAccount(policy, facts, day('2026-04-01')))).toBe('credits_first nothing_due');
});

test('a new debt after everything was paid begins at the first level again', () => {
  const facts = owed([{ due: '2026-03-01', open: '600' }]);
  const sent = afterSending(
    facts,
    decideAccount(ladder, facts, day('2026-03-10')),
    day('2026-03-10'),
  );
  const [item] = facts.items;
  if (!item) throw new Error('no item');
  const next = { ...sent, items: [{ ...item, itemId: 'z', dueOn: day('2026-06-01') }] };
  expect(decideAccount(ladder, next, day('2026-07-01'))).toMatchObject({
    step: 'l1',
    episode: 'z',
  });
});

test('a broken promise brings the next level before its day, and leaves none out', () => {
  const policy = { ...ladder, branches: [{ on: 'promise_broken', goTo: 'l3' } as const] };
  const facts = owed([{ due: '2026-04-01', open: '600' }]);
  const broken = {
    ...facts,
    events: [{ event: 'promise_broken', on: day('2026-04-02') } as const],
  };
  const first = decideAccount(policy, broken, day('2026-04-02'));
  expect(said(first)).toBe('l1 USD 600.00');
  const sent = afterSending(broken, first, day('2026-04-02'));
  expect(said(decideAccount(policy, sent, day('2026-04-08')))).toBe('waiting');
  expect(said(decideAccount(policy, sent, day('2026-04-09')))).toBe('l2 USD 600.00');
});

test('by invoice each debt has its own level, and one notice names those whose turn it is', () => {
  const policy = { ...ladder, level: 'invoice' as const };
  const both = owed([
    { due: '2026-04-01', open: '600' },
    { due: '2026-04-20', open: '100' },
  ]);
  const first = decideAccount(policy, both, day('2026-04-06'));
  expect(said(first)).toBe('l1 USD 600.00');
  const sent = afterSending(both, first, day('2026-04-06'));
  const second = decideAccount(policy, sent, day('2026-04-26'));
  expect(second).toMatchObject({
    step: 'l2',
    episode: 'a',
    items: [
      { itemId: 'a', step: 'l2', asked: 60_000n },
      { itemId: 'b', step: 'l1', asked: 10_000n },
    ],
  });
});

test('a reminder comes once before the due day and is no level', () => {
  const policy = { ...ladder, steps: [stepOn(-5, 'courtesy'), ...ladder.steps] };
  const facts = owed([{ due: '2026-04-10', open: '600' }]);
  expect(said(decideAccount(policy, facts, day('2026-04-04')))).toBe('nothing_due');
  const reminder = decideAccount(policy, facts, day('2026-04-05'));
  expect(reminder).toMatchObject({ step: 'courtesy', dueOn: '2026-04-10' });
  const reminded = afterSending(facts, reminder, day('2026-04-05'));
  expect(said(decideAccount(policy, reminded, day('2026-04-09')))).toBe('nothing_due');
  expect(said(decideAccount(policy, reminded, day('2026-04-15')))).toBe('l1 USD 600.00');
  expect(said(decideAccount(policy, facts, day('2026-04-15')))).toBe('l1 USD 600.00');
});

test('a step whose condition does not hold is passed over', () => {
  const texan = { field: 'state', test: 'any_of', values: ['TX'] } as const;
  const [l1, ...others] = ladder.steps;
  if (!l1) throw new Error('no step');
  const policy = { ...ladder, steps: [{ ...l1, when: [texan] }, ...others] };
  const facts = owed([{ due: '2026-04-01', open: '600' }]);
  expect(said(decideAccount(policy, facts, day('2026-04-10')))).toBe('not_late_enough');
  const home = { ...facts, texts: { state: ['TX'] } };
  expect(said(decideAccount(policy, home, day('2026-04-10')))).toBe('l1 USD 600.00');
});

test('who matters most is telephoned by the owner, and a person approves it', () => {
  const where = [{ field: 'tag', test: 'any_of', values: ['vip'] }] as const;
  const policy = { ...ladder, vip: [{ where, approval: 'always', callInstead: true } as const] };
  const facts = owed([{ due: '2026-04-01', open: '600' }]);
  const vip = { ...facts, texts: { tag: ['vip'] } };
  expect(decideAccount(policy, vip, day('2026-04-10'))).toMatchObject({
    act: 'call',
    needsApproval: true,
  });
  expect(decideAccount(policy, facts, day('2026-04-10'))).toMatchObject({
    act: 'email',
    needsApproval: false,
  });
});

test.each([
  ['600', false],
  ['600.01', true],
])('above 600 a person approves: %s %s', (open, needsApproval) => {
  const approval = { kind: 'above', amounts: [usd('600')] } as const;
  const policy = { ...ladder, steps: [stepOn(5, 'l1', 'email', { approval })] };
  const facts = owed([{ due: '2026-04-01', open }]);
  expect(decideAccount(policy, facts, day('2026-04-10'))).toMatchObject({ needsApproval });
});

test('a decision is written in one way only', () => {
  const facts = owed([{ due: '2026-04-01', open: '600' }]);
  const decision = decideAccount(ladder, facts, day('2026-04-06'));
  expect(decisionText(decision)).toBe(
    '{"step":"l1","act":"email","days":5,"episode":"a","template":"l1","to":"billing",' +
      '"dueOn":"2026-04-01",' +
      '"asks":[{"currency":"USD","overdue":"600.00","net":"600.00","total":"600.00"}],' +
      '"items":[["a","60000"]]}',
  );
});
