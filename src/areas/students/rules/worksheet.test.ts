import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { worksheetOf, worksheetSteps } from './worksheet.ts';

const usd = (whole: number) => money(BigInt(whole) * 100n, currency('USD'));
const facts = {
  start: day('2026-08-24'),
  end: day('2026-12-11'),
  breaks: [{ start: day('2026-11-21'), end: day('2026-11-29') }],
  withdrawnOn: day('2026-10-05'),
  determinedOn: day('2026-10-12'),
  disbursed: new Map([
    ['unsub', usd(990)],
    ['sub', usd(1732)],
    ['pell', usd(3000)],
  ] as const),
  couldHaveBeen: new Map(),
  charges: usd(6000),
};

test('the example of the rules book stands step by step, each with its figures', () => {
  const sheet = worksheetOf(facts);
  const by = new Map(sheet.steps.map((each) => [each.step, each]));
  expect(by.get('days')?.result).toBe('43 / 101');
  expect(by.get('percent')).toMatchObject({ formula: '43 ÷ 101 = .4257', result: '42.6 %' });
  expect(by.get('earned')?.formula).toBe('5722.00 × 42.6 % = 2437.57');
  expect(by.get('compared')).toMatchObject({ result: '3284.43' });
  expect(by.get('charges')?.formula).toBe('6000.00 × 57.4 % = 3444.00');
  expect(by.get('school')?.formula).toBe('min(3284.43, 3444.00) = 3284.43');
  expect(by.get('order')?.formula).toBe('unsub 990.00 + sub 1732.00 + pell 562.43');
  expect(by.get('student_grants')?.result).toBe('0.00');
  expect(sheet.steps.map(({ step }) => step)).toEqual([...worksheetSteps]);
  expect(sheet.steps.every(({ citation }) => citation.startsWith('34 CFR 668.22('))).toBe(true);
  expect(sheet.deadlines.schoolReturnBy).toBe('2026-11-26');
});

test('past 60 % everything is earned and nothing goes back', () => {
  const sheet = worksheetOf({ ...facts, withdrawnOn: day('2026-10-23') });
  const by = new Map(sheet.steps.map((each) => [each.step, each]));
  expect(by.get('percent')).toMatchObject({ formula: '61 ÷ 101 = .6040', result: '100.0 %' });
  expect(by.get('school')?.result).toBe('0.00');
  expect(by.get('order')?.formula).toBe('0.00');
});
