import { expect, test } from 'vitest';
import type { CallPrep } from '#areas/correspondence/contract/calls.ts';
import { askLeft, readCame } from './came-of.ts';

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};
const itemId = '01a00000-0000-7000-8000-000000000001';
// Only the goal is looked at.
const prep = { goal: { ask: '1000.00', currency: 'USD' } } as CallPrep;

test('a promise is read with its amount and day', () => {
  const read = readCame('promise', form({ amount: '818.00', dueOn: '2026-11-27' }), 'USD');
  expect(read).toMatchObject({ ok: true, value: { outcome: 'promise', amount: '818.00' } });
});

test('what is missing is named by its field', () => {
  expect(readCame('promise', form({ amount: '1.00' }), 'USD')).toEqual({
    ok: false,
    fields: ['dueOn'],
  });
});

test('what is disputed in the call is not asked for in it', () => {
  const dispute = readCame('dispute', form({ itemId, amount: '182.00', reason: 'freight' }), 'USD');
  if (!dispute.ok) throw new Error(dispute.fields.join());
  expect(askLeft(prep, [])).toBe('1000.00');
  expect(askLeft(prep, [dispute.value])).toBe('818.00');
  expect(askLeft(prep, [dispute.value, dispute.value, dispute.value])).toBe('454.00');
});
