import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { acceptChange, isCut, isLittle, noticeDue } from './limit-change.ts';
import { type Limits, limitOn, reachOf } from './limit.ts';

const usd = currency('USD');
const today = day('2026-11-20');
const of = (amount: number) => money(BigInt(amount) * 100n, usd);
const none: Limits = { standing: null, temporary: null, insurance: null };
const standing = { amount: of(10_000), untilOn: null };
const granted = (amount: number, from: string, until: string | null) => ({
  amount: of(amount),
  fromOn: day(from),
  untilOn: until === null ? null : day(until),
});

test.each<[name: string, limits: Limits, says: string | null]>([
  ['none was given', none, null],
  ['the standing one', { ...none, standing }, 'standing 1000000'],
  [
    'more for a time',
    { ...none, standing, temporary: granted(12_000, '2026-11-01', '2026-11-20') },
    'temporary 1200000',
  ],
  [
    'the time is over',
    { ...none, standing, temporary: granted(12_000, '2026-11-01', '2026-11-19') },
    'standing 1000000',
  ],
  [
    'less for a time changes nothing',
    { ...none, standing, temporary: granted(9_000, '2026-11-01', '2026-11-30') },
    'standing 1000000',
  ],
  [
    'what the insurer covers, without another',
    { ...none, insurance: granted(5_000, '2026-01-01', '2026-12-31') },
    'insurance 500000',
  ],
  [
    'an expired one still measures',
    { ...none, standing: { amount: of(10_000), untilOn: day('2026-11-19') } },
    'standing 1000000 expired',
  ],
])('%s', (_name, limits, says) => {
  const found = limitOn(limits, today);
  const text = found && `${found.kind} ${found.amount.minor}${found.expired ? ' expired' : ''}`;
  expect(text).toBe(says);
});

test('the tolerance is a share of the limit', () => {
  expect(reachOf(of(10_000), 250)).toBe(1_025_000n);
});

describe('a change of a limit', () => {
  const change = {
    kind: 'temporary',
    amount: of(11_000),
    fromOn: today,
    untilOn: day('2026-11-26'),
    reviewOn: null,
  } as const;

  test.each([
    ['below zero', { amount: money(-1n, usd) }, 'credit.limit_negative'],
    ['a temporary one of nothing', { amount: null }, 'credit.limit_takes_amount'],
    ['a temporary one without end', { untilOn: null }, 'credit.limit_needs_end'],
    ['that ended', { untilOn: day('2026-11-19') }, 'credit.limit_ended_before'],
    [
      'a standing one from tomorrow',
      { kind: 'standing', fromOn: day('2026-11-21') },
      'credit.limit_from_today',
    ],
    ['to be reviewed yesterday', { reviewOn: day('2026-11-19') }, 'credit.limit_review_passed'],
  ] as const)('%s is refused', (_name, part, refusal) => {
    const outcome = acceptChange({ ...change, ...part }, today);
    expect(outcome.ok ? '' : outcome.refusal).toBe(refusal);
  });

  test('a tenth more for a week asks nobody; a cent or a day more does', () => {
    const before = of(10_000);
    expect(isLittle(change, before)).toBe(true);
    expect(isLittle({ ...change, amount: money(1_100_001n, usd) }, before)).toBe(false);
    expect(isLittle({ ...change, untilOn: day('2026-11-27') }, before)).toBe(false);
    expect(isLittle({ ...change, kind: 'standing' }, before)).toBe(false);
  });

  test('less than before is a cut', () => {
    const less = { ...change, kind: 'standing', amount: of(9_000) } as const;
    expect([isCut(less, of(10_000)), isCut(less, of(9_000)), isCut(less, null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isCut({ ...less, amount: null }, of(1))).toBe(true);
  });

  test('whoever asked is told in thirty days, not where the account is behind', () => {
    expect(noticeDue('consumer', false, today)).toMatchObject({
      dueOn: '2026-12-20',
      source: '12 CFR 1002.9(a)(1)(i)',
      notice: { writtenReasons: true },
    });
    expect(noticeDue('trade', false, today)).toMatchObject({
      source: '12 CFR 1002.9(a)(3)(ii)',
      notice: { writtenReasons: false },
    });
    expect(noticeDue('trade', true, today)).toBeUndefined();
  });
});
