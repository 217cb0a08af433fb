import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { currency, money } from '#kernel/money.ts';
import {
  type Judgement,
  type PromisePolicy,
  type PromiseToPay,
  type ReceivedMoney,
  acceptTerms,
  history,
  judge,
  lastGoodDay,
  standardPromisePolicy,
} from './promise.ts';

const usdCode = currency('USD');
const usd = (whole: number) => money(BigInt(whole) * 100n, usdCode);
const policy: PromisePolicy = { ...standardPromisePolicy, graceDays: 2, longestDays: 30 };

/** Made on 1 June: $600 by 15 June. */
const promised: PromiseToPay = {
  id: composeId(1, 0, 0, 1),
  accountId: composeId(1, 0, 0, 2),
  madeOn: day('2026-06-01'),
  amount: usd(600),
  dueOn: day('2026-06-15'),
  itemIds: [],
};
const cash = (amount: number, on: string, recordedOn = on): ReceivedMoney => ({
  amount: usd(amount),
  effectiveOn: day(on),
  recordedOn: day(recordedOn),
});
const told = ({ state, on, shortfall }: Judgement) =>
  `${state} ${on} missing ${shortfall.minor / 100n}`;

describe('accepting a promise', () => {
  const today = day('2026-11-20');

  test.each`
    amount   | balance  | dueOn           | answer
    ${500}   | ${1_000} | ${'2026-11-27'} | ${'accepted'}
    ${1_000} | ${1_000} | ${'2026-11-20'} | ${'accepted'}
    ${500}   | ${1_000} | ${'2026-12-20'} | ${'accepted'}
    ${500}   | ${1_000} | ${'2026-12-21'} | ${'promise.day_too_far'}
    ${500}   | ${1_000} | ${'2026-11-19'} | ${'promise.day_has_passed'}
    ${1_001} | ${1_000} | ${'2026-11-27'} | ${'promise.more_than_open_balance'}
    ${1}     | ${-10}   | ${'2026-11-27'} | ${'promise.more_than_open_balance'}
    ${0}     | ${1_000} | ${'2026-11-27'} | ${'promise.amount_not_positive'}
    ${-5}    | ${-10}   | ${'2026-11-19'} | ${'promise.amount_not_positive'}
  `('$amount of $balance by $dueOn is $answer', ({ amount, balance, dueOn, answer }) => {
    const terms = { amount: usd(amount), dueOn: day(dueOn) };
    const outcome = acceptTerms(terms, usd(balance), today, policy);
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });

  test('a refusal names the facts its sentence needs', () => {
    const terms = { amount: usd(1001), dueOn: day('2026-11-27') };
    expect(acceptTerms(terms, usd(1000), today, policy)).toMatchObject({
      facts: { amount: '1001.00', open: '1000.00' },
    });
  });
});

describe('judging $600 promised for 15 June with two days of grace (case P-30)', () => {
  const bothParts = [cash(250, '2026-06-10'), cash(350, '2026-06-14')];
  const onePart = [cash(250, '2026-06-10')];

  test.each`
    received                     | today           | answer
    ${bothParts}                 | ${'2026-06-13'} | ${'open 2026-06-01 missing 350'}
    ${bothParts}                 | ${'2026-06-14'} | ${'kept 2026-06-14 missing 0'}
    ${bothParts}                 | ${'2026-07-14'} | ${'kept 2026-06-14 missing 0'}
    ${onePart}                   | ${'2026-06-17'} | ${'open 2026-06-01 missing 350'}
    ${onePart}                   | ${'2026-06-18'} | ${'broken 2026-06-18 missing 350'}
    ${[]}                        | ${'2026-06-18'} | ${'broken 2026-06-18 missing 600'}
    ${[cash(600, '2026-06-17')]} | ${'2026-06-18'} | ${'kept 2026-06-17 missing 0'}
    ${[cash(600, '2026-06-18')]} | ${'2026-06-18'} | ${'broken 2026-06-18 missing 600'}
    ${[cash(600, '2026-05-31')]} | ${'2026-06-18'} | ${'broken 2026-06-18 missing 600'}
    ${[cash(900, '2026-06-01')]} | ${'2026-06-01'} | ${'kept 2026-06-01 missing 0'}
    ${[cash(300, '2026-06-10')]} | ${'2026-06-17'} | ${'open 2026-06-01 missing 300'}
    ${[cash(300, '2026-06-10')]} | ${'2026-06-18'} | ${'partly 2026-06-18 missing 300'}
  `('as of $today it is $answer', ({ received, today, answer }) => {
    expect(told(judge(promised, received, day(today), policy))).toBe(answer);
  });

  test('money in time that is recorded late mends it, and both states stay in the record', () => {
    const late = [cash(600, '2026-06-15', '2026-06-19')];
    const known = (lines: readonly (Judgement & { knownOn: string })[]) =>
      lines.map((line) => `${line.knownOn}: ${told(line)}`);
    expect(known(history(promised, late, day('2026-06-18'), policy))).toEqual([
      '2026-06-01: open 2026-06-01 missing 600',
      '2026-06-18: broken 2026-06-18 missing 600',
    ]);
    expect(known(history(promised, late, day('2026-06-30'), policy))).toEqual([
      '2026-06-01: open 2026-06-01 missing 600',
      '2026-06-18: broken 2026-06-18 missing 600',
      '2026-06-19: kept 2026-06-15 missing 0',
    ]);
  });

  test('a check that comes back unmakes the promise it kept', () => {
    const bounced = [{ ...cash(600, '2026-06-10'), takenBackOn: day('2026-06-20') }];
    const states = history(promised, bounced, day('2026-06-30'), policy);
    expect(states.map((line) => `${line.knownOn} ${line.state}`)).toEqual([
      '2026-06-01 open',
      '2026-06-10 kept',
      '2026-06-20 broken',
    ]);
  });

  test('what the policy tolerates may be missing, in that currency only', () => {
    const short = [cash(595, '2026-06-10')];
    const state = (tolerances: PromisePolicy['tolerances']) =>
      judge(promised, short, day('2026-06-30'), { ...policy, tolerances }).state;
    expect(state([usd(5)])).toBe('kept');
    expect(state([usd(4)])).toBe('partly');
    expect(state([money(100_000n, 'EUR')])).toBe('partly');
  });

  test('a tolerance above the promised sum does not keep a promise without money', () => {
    const tolerances = [usd(1000)];
    const answer = judge(promised, [], day('2026-06-30'), { ...policy, tolerances });
    expect(answer.state).toBe('broken');
  });

  test('the last good day is the due day plus grace', () => {
    expect(lastGoodDay(promised, policy)).toBe('2026-06-17');
  });
});

describe('a promise that a person ended', () => {
  const ended = { ...promised, ended: { as: 'superseded', on: day('2026-06-12') } } as const;

  test('is open until then and neither kept nor broken afterwards', () => {
    const late = [cash(600, '2026-06-14')];
    expect(judge(ended, late, day('2026-06-11'), policy).state).toBe('open');
    expect(told(judge(ended, late, day('2026-06-30'), policy))).toBe(
      'superseded 2026-06-12 missing 600',
    );
    expect(history(ended, late, day('2026-06-30'), policy).map((line) => line.state)).toEqual([
      'open',
      'superseded',
    ]);
  });

  test('stays kept when the money had come before', () => {
    expect(judge(ended, [cash(600, '2026-06-11')], day('2026-06-30'), policy).state).toBe('kept');
  });

  test('may be withdrawn on the day it was made', () => {
    const mistake = { ...promised, ended: { as: 'withdrawn', on: promised.madeOn } } as const;
    expect(judge(mistake, [], day('2026-06-30'), policy).state).toBe('withdrawn');
  });
});

describe('for any money', () => {
  const receipts = fc.array(
    fc.record({
      amount: fc.nat({ max: 700 }).map(usd),
      effectiveOn: fc.nat({ max: 40 }).map((days) => plusDays(promised.madeOn, days)),
      recordedOn: fc.nat({ max: 40 }).map((days) => plusDays(promised.madeOn, days)),
    }),
    { maxLength: 6 },
  );
  const days = fc.nat({ max: 60 });

  test('what was recorded at once is judged once: broken stays broken', () => {
    fc.assert(
      fc.property(receipts, days, days, (received, wait, more) => {
        const atOnce = received.map((each) => ({ ...each, recordedOn: each.effectiveOn }));
        const first = judge(promised, atOnce, plusDays(promised.dueOn, wait), policy).state;
        const then = judge(promised, atOnce, plusDays(promised.dueOn, wait + more), policy).state;
        expect(first === 'open' || then === first).toBe(true);
      }),
    );
  });

  test('the record ends in the state of today, and names no state twice in a row', () => {
    fc.assert(
      fc.property(receipts, days, (received, wait) => {
        const today = plusDays(promised.madeOn, wait);
        const states = history(promised, received, today, policy).map((line) => line.state);
        expect(states.at(-1)).toBe(judge(promised, received, today, policy).state);
        expect(states.some((state, at) => state === states[at - 1])).toBe(false);
      }),
    );
  });

  test('more money never makes it worse', () => {
    const rank = { open: 1, broken: 0, partly: 1, kept: 2, superseded: 0, withdrawn: 0 };
    fc.assert(
      fc.property(receipts, receipts, days, (some, more, wait) => {
        const today = plusDays(promised.madeOn, wait);
        const less = judge(promised, some, today, policy);
        const all = judge(promised, [...some, ...more], today, policy);
        expect(rank[all.state]).toBeGreaterThanOrEqual(rank[less.state]);
      }),
    );
  });
});
