import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { heldUntil, mayCallBack, replacedBy } from './payee.ts';

const rosa = composeId(1, 0, 0, 1);
const maya = composeId(1, 0, 0, 2);

test('whoever entered bank details does not call back, nor does a job', () => {
  expect(mayCallBack(rosa, rosa)).toMatchObject({ refusal: 'refunds.own_details' });
  expect(mayCallBack(rosa, null)).toMatchObject({ refusal: 'refunds.only_people_release' });
  expect(mayCallBack(rosa, maya).ok).toBe(true);
});

test('new details replace the last of their kind that were paid to', () => {
  const rows = [
    { kind: 'ach', state: 'asked', end: '9' },
    { kind: 'iban', state: 'confirmed', end: '8' },
    { kind: 'ach', state: 'refused', end: '7' },
    { kind: 'ach', state: 'confirmed', end: '6' },
  ] as const;
  expect(replacedBy(rows, 0)).toMatchObject({ end: '6' });
  expect(replacedBy(rows, 1)).toBeUndefined();
});

test('a refund is held through the last day on which its bank details are new', () => {
  const given = { enteredOn: day('2026-11-01'), state: 'confirmed' } as const;
  expect(heldUntil(given, 30, day('2026-11-30'))).toBe('2026-11-30');
  expect(heldUntil(given, 30, day('2026-12-01'))).toBeNull();
  expect(heldUntil({ ...given, state: 'refused' }, 30, day('2026-11-02'))).toBeNull();
});
