import { expect, test } from 'vitest';
import { distributionOf } from './distribution.ts';
import { type Outlook, outlookOf, toldDays, whole } from './outlook.ts';

const asOf = 1000;
const none = { promise: null, plan: null };
const habit = distributionOf(asOf, new Float64Array(170).fill(0.04));

const sumOf = ({ days, later, doubtful }: Outlook): number =>
  days.reduce((sum, each) => sum + each, later + doubtful);

test('the chances of an item add up to the whole, and its days come in order', () => {
  for (const hazard of [0, 0.0003, 0.01, 0.2, 0.999]) {
    const told = outlookOf(distributionOf(asOf, new Float64Array(170).fill(hazard)), 990, none);
    expect(told.days).toHaveLength(toldDays);
    expect(sumOf(told)).toBe(whole);
    expect(Math.min(...told.days, told.later, told.doubtful)).toBeGreaterThanOrEqual(0);
    expect([told.p10, told.p50, told.p90]).toEqual(
      [told.p10, told.p50, told.p90].toSorted((a, b) => a - b),
    );
    expect(told.late30).toBeLessThanOrEqual(told.late);
  }
});

test('a promise speaks louder than habit, as loud as this customer keeps promises', () => {
  const sure = outlookOf(habit, 1010, { promise: { dueOn: 1040, keeps: 0.9 }, plan: null });
  expect(sure).toMatchObject({ source: 'promise', p50: 1040 });
  const doubted = outlookOf(habit, 1010, { promise: { dueOn: 1040, keeps: 0.1 }, plan: null });
  expect(doubted.p50).toBeLessThan(1040);
  expect(sumOf(sure)).toBe(whole);
});

test('an item in a plan is paid by its instalments', () => {
  const dues = [30, 60, 400].map((after) => ({ on: asOf + after, share: 100 }));
  const told = outlookOf(habit, 990, { promise: null, plan: { dues, keeps: 1 } });
  expect(told.source).toBe('plan');
  expect(told.days[29]).toBe(3333);
  expect(told.days[59]).toBe(3334);
  expect(told.later).toBe(3333);
});
