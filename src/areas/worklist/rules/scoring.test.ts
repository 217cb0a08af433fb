import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { currency, money } from '#kernel/money.ts';
import { standardPolicy as policy } from './policy.ts';
import { workOf } from './scoring.ts';
import type { AccountFacts, Answer, BrokenPromise, Owed, PromiseFact, WorkKind } from './work.ts';

const usd = currency('USD');
const today = day('2026-11-17');
const at = instant('2026-11-17T19:05:00Z');
const now = { today, at };

/** So many dollars overdue by so many days, with nothing disputed or promised. */
function owed(dollars: number, daysLate: number, more: Partial<Owed> = {}): Owed {
  const minor = BigInt(dollars) * 100n;
  const overdue = daysLate > 0 ? minor : 0n;
  return {
    currency: usd,
    owed: minor,
    unapplied: 0n,
    balance: minor,
    overdue,
    overdueBase: overdue,
    chaseable: daysLate > 3 ? minor : 0n,
    collectable: overdue,
    oldestDueOn: daysLate > 0 ? plusDays(today, -daysLate) : null,
    oldestDocument: daysLate > 0 ? 'INV-1' : '',
    clearsDocument: '',
    buckets: [minor],
    ...more,
  };
}

const quiet: AccountFacts = {
  accountId: composeId(1, 0, 0, 1),
  status: 'open',
  zone: 'America/New_York',
  baseCurrency: usd,
  reachable: true,
  owed: [],
  due: [],
  broken: null,
  tasks: [],
  callback: null,
  unposted: [],
  returned: [],
  portal: null,
  replies: [],
  clocks: [],
  holds: null,
  warnings: [],
  cases: [],
  plans: [],
  calls: [],
  campaign: null,
  answer: null,
  lastTouchOn: null,
  worth: null,
};
const promise: PromiseFact = {
  amount: money(60_000n, usd),
  received: money(0n, usd),
  dueOn: today,
  lastDay: plusDays(today, 2),
  level: 1,
};
const broken: BrokenPromise = {
  ...promise,
  dueOn: day('2026-11-13'),
  lastDay: day('2026-11-15'),
  brokenOn: day('2026-11-16'),
  knownAt: instant('2026-11-16T07:00:00Z'),
};
const reply = {
  mailId: composeId(1, 0, 0, 2),
  person: 'Kim Orr',
  subject: 'When we pay',
  since: instant('2026-11-16T15:00:00Z'),
  answerDueAt: instant('2026-11-16T19:00:00Z'),
};
const answer = (kind: Answer['kind'], until: string, ...reasons: WorkKind[]): Answer => ({
  kind,
  until: instant(until),
  at: instant('2026-11-17T15:00:00Z'),
  note: '',
  reasons,
});

function kinds(facts: Partial<AccountFacts>): string {
  const work = workOf({ ...quiet, ...facts }, now, policy);
  return work === undefined ? 'nothing' : work.reasons.map((reason) => reason.kind).join(' ');
}

describe('an account has a place in the day', () => {
  const credit = { unapplied: -5_000n };
  test.each`
    what                             | facts                                                          | reasons
    ${'nothing is owed'}             | ${{}}                                                          | ${'nothing'}
    ${'what is owed is not due'}     | ${{ owed: [owed(500, -5)] }}                                   | ${'nothing'}
    ${'three days late'}             | ${{ owed: [owed(500, 3)] }}                                    | ${'nothing'}
    ${'four days late'}              | ${{ owed: [owed(500, 4)] }}                                    | ${'overdue'}
    ${'$25 late'}                    | ${{ owed: [owed(25, 4)] }}                                     | ${'overdue'}
    ${'$24 late'}                    | ${{ owed: [owed(24, 4)] }}                                     | ${'nothing'}
    ${'late, all of it disputed'}    | ${{ owed: [owed(500, 9, { chaseable: 0n })] }}                 | ${'nothing'}
    ${'a promise due today'}         | ${{ owed: [owed(600, 9, { chaseable: 0n })], due: [promise] }} | ${'promise_due'}
    ${'a broken promise'}            | ${{ owed: [owed(600, 9)], broken }}                            | ${'promise_broken overdue'}
    ${'broken, but nothing is late'} | ${{ owed: [owed(600, -9)], broken }}                           | ${'nothing'}
    ${'money on account'}            | ${{ owed: [owed(80, -9, credit)] }}                            | ${'unapplied_cash'}
    ${'money, nothing to pay'}       | ${{ owed: [owed(0, 0, credit)] }}                              | ${'nothing'}
    ${'late, nobody to call'}        | ${{ owed: [owed(500, 9)], reachable: false }}                  | ${'overdue incomplete_data'}
    ${'not late, nobody to call'}    | ${{ owed: [owed(500, -9)], reachable: false }}                 | ${'nothing'}
    ${'bankrupt'}                    | ${{ owed: [owed(500, 9)], broken, status: 'bankrupt' }}        | ${'nothing'}
    ${'bankrupt, money on account'}  | ${{ owed: [owed(500, 9, credit)], status: 'bankrupt' }}        | ${'unapplied_cash'}
    ${'on a plan'}                   | ${{ owed: [owed(500, 9)], broken, status: 'plan' }}            | ${'promise_broken'}
  `('$what: $reasons', ({ facts, reasons }: { facts: Partial<AccountFacts>; reasons: string }) => {
    expect(kinds(facts)).toBe(reasons);
  });

  const seen = (minor: bigint) => ({ unposted: [{ amount: money(minor, usd), since: today }] });
  test.each`
    what                         | facts                                                                                  | reasons
    ${'the bank has all of it'}  | ${{ owed: [owed(500, 9)], ...seen(50_000n) }}                                          | ${'unposted_cash'}
    ${'all, a promise broken'}   | ${{ owed: [owed(600, 9)], broken, ...seen(60_000n) }}                                  | ${'unposted_cash'}
    ${'the bank has some of it'} | ${{ owed: [owed(500, 9)], ...seen(49_999n) }}                                          | ${'overdue unposted_cash'}
    ${'paid before it is due'}   | ${{ owed: [owed(500, -9)], ...seen(50_000n) }}                                         | ${'nothing'}
    ${'nothing is owed'}         | ${seen(50_000n)}                                                                       | ${'nothing'}
    ${'they wrote to us'}        | ${{ owed: [owed(500, 9)], replies: [reply] }}                                          | ${'reply_waiting overdue'}
    ${'they wrote, bankrupt'}    | ${{ status: 'bankrupt', replies: [reply] }}                                            | ${'reply_waiting'}
    ${'its mail comes back'}     | ${{ returned: [{ address: 'ana@north.example', since: today, by: 'email' }] }}         | ${'fix_contact'}
    ${'a task stays a task'}     | ${{ owed: [owed(500, 9)], tasks: [{ title: 'W-9', dueOn: today }], ...seen(50_000n) }} | ${'unposted_cash task'}
  `('$what: $reasons', ({ facts, reasons }: { facts: Partial<AccountFacts>; reasons: string }) => {
    expect(kinds(facts)).toBe(reasons);
  });

  test('a mail that waits says whose it is, since when, and by when it is to be answered', () => {
    const others = [reply, { ...reply, subject: 'x'.repeat(200) }];
    const work = workOf({ ...quiet, replies: others }, now, policy);
    expect(work?.reasons[0]?.facts).toEqual({
      mailId: reply.mailId,
      person: 'Kim Orr',
      subject: 'When we pay',
      named: 'some',
      since: reply.since,
      others: 1,
    });
    expect(work?.dueAt).toBe(reply.answerDueAt);
  });

  test('what the bank has is not asked for', () => {
    const work = workOf({ ...quiet, owed: [owed(500, 9)], ...seen(20_000n) }, now, policy);
    expect(work?.ask).toBe(30_000n);
  });

  test('a promise that broke long ago is no news any more', () => {
    const old = { ...broken, brokenOn: plusDays(today, -61) };
    expect(kinds({ owed: [owed(600, 90)], broken: old })).toBe('overdue');
  });
});

describe('an answer', () => {
  const late = { owed: [owed(500, 9)] };
  test.each`
    what                         | facts                                                                                                                                                        | hidden
    ${'done until tomorrow'}     | ${{ ...late, answer: answer('done', '2026-11-18T05:00:00Z', 'overdue') }}                                                                                    | ${'done'}
    ${'done yesterday'}          | ${{ ...late, answer: answer('done', '2026-11-17T05:00:00Z', 'overdue') }}                                                                                    | ${'shown'}
    ${'snoozed till Monday'}     | ${{ ...late, answer: answer('snoozed', '2026-11-23T14:00:00Z', 'overdue') }}                                                                                 | ${'snoozed'}
    ${'a new kind of reason'}    | ${{ ...late, reachable: false, answer: answer('done', '2026-11-18T05:00:00Z', 'overdue') }}                                                                  | ${'shown'}
    ${'a promise broken before'} | ${{ ...late, broken, answer: answer('done', '2026-11-18T05:00:00Z', 'overdue', 'promise_broken') }}                                                          | ${'done'}
    ${'a promise broken since'}  | ${{ ...late, broken: { ...broken, knownAt: instant('2026-11-17T16:00:00Z') }, answer: answer('done', '2026-11-18T05:00:00Z', 'overdue', 'promise_broken') }} | ${'shown'}
  `('$what: $hidden', ({ facts, hidden }: { facts: Partial<AccountFacts>; hidden: string }) => {
    expect(workOf({ ...quiet, ...facts }, now, policy)?.hidden?.as ?? 'shown').toBe(hidden);
  });

  test('that ran out is a reason by itself, with what was noted', () => {
    const ranOut = { ...answer('snoozed', '2026-11-17T14:00:00Z'), note: 'ask for Ms Orr' };
    const work = workOf({ ...quiet, answer: ranOut }, now, policy);
    expect(work).toMatchObject({
      hidden: null,
      dueAt: ranOut.until,
      reasons: [{ kind: 'follow_up', facts: { note: 'ask for Ms Orr' } }],
    });
  });

  test('that new reasons overtook is no follow-up yet', () => {
    const later = answer('snoozed', '2026-11-23T14:00:00Z');
    expect(kinds({ ...late, answer: later })).toBe('overdue');
  });
});

describe('the rank', () => {
  test('is explained by parts that add up to it', () => {
    const facts = { owed: [owed(68_000, 65)], broken: { ...broken, level: 3 }, reachable: false };
    const work = workOf({ ...quiet, ...facts }, now, policy);
    expect(work?.parts.map(({ phrase, points }) => [phrase, points])).toEqual([
      ['part.promise_broken', 400],
      ['part.overdue', 100],
      ['part.incomplete_data', 40],
      ['part.broken_before', 100],
      ['part.size', 160],
      ['part.age', 50],
    ]);
    expect(work?.score).toBe(850);
  });

  test('shows the currency in which most is overdue, and never adds two', () => {
    const euros = owed(900, 20, { currency: currency('EUR'), overdueBase: 104_400n });
    const work = workOf({ ...quiet, owed: [owed(1_000, 9), euros] }, now, policy);
    expect(work).toMatchObject({ currency: 'EUR', overdue: 90_000n });
    expect(work?.reasons.map(({ phrase, facts }) => [phrase, facts['amount']])).toEqual([
      ['reason.overdue', '900.00'],
      ['reason.overdue_also', '1000.00'],
    ]);
  });

  test('the ask is what is collectable, less money on account', () => {
    const some = owed(1_000, 9, { collectable: 80_000n, unapplied: -30_000n });
    expect(workOf({ ...quiet, owed: [some] }, now, policy)?.ask).toBe(50_000n);
  });
});

test('a score is the sum of its parts, and every part has its own phrase', () => {
  const someOwed = fc
    .tuple(
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: -30, max: 400 }),
      fc.nat({ max: 9_999 }),
    )
    .map(([dollars, late, credit]) => owed(dollars, late, { unapplied: -BigInt(credit) }));
  const someFacts = fc.record({
    owed: fc.array(someOwed, { maxLength: 1 }),
    reachable: fc.boolean(),
    broken: fc.option(fc.integer({ min: 1, max: 9 }).map((level) => ({ ...broken, level }))),
    due: fc.constantFrom([], [promise]),
    status: fc.constantFrom('open', 'plan', 'bankrupt', 'hold'),
  });
  fc.assert(
    fc.property(someFacts, (facts) => {
      const work = workOf({ ...quiet, ...facts }, now, policy);
      if (!work) return;
      expect(work.parts.reduce((sum, part) => sum + part.points, 0)).toBe(work.score);
      expect(new Set(work.parts.map((part) => part.phrase)).size).toBe(work.parts.length);
      expect(work.reasons.length).toBeGreaterThan(0);
    }),
  );
});

test('a task whose day has come puts an account on the list that owes nothing', () => {
  const tasks = [{ title: 'Ask for the W-9', dueOn: today }];
  expect(workOf({ ...quiet, tasks }, now, policy)).toMatchObject({
    score: 150,
    reasons: [{ kind: 'task', phrase: 'reason.task', facts: { others: 0, dueOn: today } }],
  });
  const urgent = [{ title: 'Call', dueOn: null }, ...tasks];
  expect(workOf({ ...quiet, tasks: urgent }, now, policy)?.reasons).toMatchObject([
    { phrase: 'reason.task_urgent', facts: { others: 1 } },
  ]);
});

describe('a campaign', () => {
  const campaign = {
    name: 'Old debts',
    text: 'Offer a plan',
    endsOn: plusDays(today, 5),
    workerId: composeId(1, 0, 0, 9),
  };

  test('puts its accounts on the list with its name, and on its worker’s list too', () => {
    const work = workOf({ ...quiet, campaign }, now, policy);
    expect(work).toMatchObject({
      workerId: campaign.workerId,
      reasons: [{ kind: 'campaign', facts: { name: 'Old debts', text: 'Offer a plan' } }],
      score: policy.points.campaign,
    });
  });

  test('never asks for an account that the law or counsel has', () => {
    expect(workOf({ ...quiet, campaign, status: 'bankrupt' }, now, policy)).toBeUndefined();
    expect(workOf({ ...quiet, campaign, status: 'legal' }, now, policy)).toBeUndefined();
  });
});

test('a call that a strategy asks for is a reason, with how late the debt is', () => {
  const calls = [{ step: 'l2', amount: money(60_000n, usd), daysLate: 21 }];
  const work = workOf({ ...quiet, calls }, now, policy);
  expect(work?.reasons).toMatchObject([
    { kind: 'strategy_call', facts: { amount: '600.00', currency: 'USD', days: 21, step: 'l2' } },
  ]);
});
