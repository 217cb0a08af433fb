import { describe, expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { type RefundState, mayFree, mayRelease, mayStep, refundStates } from './refund.ts';

const [rosa, maya, ingrid] = [1, 2, 3].map((at) => id(`01900000-0000-7000-8000-00000000000${at}`));
if (!rosa || !maya || !ingrid) throw new Error('three people');
const hands = { requestedBy: rosa, approvedBy: [maya], detailsBy: null };
const approved = { state: 'approved', held: null, hands } as const;

describe('who may let the money go', () => {
  test.each([
    [approved, null, 'refunds.only_people_release'],
    [{ ...approved, state: 'requested' as const }, ingrid, 'refunds.not_approved'],
    [{ ...approved, held: 'duplicate' }, ingrid, 'refunds.held'],
    [approved, rosa, 'refunds.own_request'],
    [approved, maya, 'refunds.own_approval'],
    [{ ...approved, hands: { ...hands, detailsBy: ingrid } }, ingrid, 'refunds.own_destination'],
    [approved, ingrid, undefined],
  ] as const)('%o by %s: %s', (standing, who, refusal) => {
    const may = mayRelease(standing, who);
    expect(may.ok ? undefined : may.refusal).toBe(refusal);
  });
});

describe('who may set a hold aside', () => {
  const held = { ...approved, held: 'bank_changed' } as const;
  test.each([
    [approved, ingrid, true, 'refunds.not_held'],
    [held, rosa, true, 'refunds.own_request'],
    [held, ingrid, false, 'refunds.call_back_first'],
    [held, ingrid, true, undefined],
    [{ ...held, held: 'duplicate' }, ingrid, false, undefined],
    [{ ...held, held: 'bank_ended' }, ingrid, true, 'refunds.bank_details_ended'],
  ] as const)('%o by %s, called back %s: %s', (standing, who, isCalledBack, refusal) => {
    const may = mayFree(standing, who, isCalledBack);
    expect(may.ok ? undefined : may.refusal).toBe(refusal);
  });
});

test('a payment that came back is tried again, one that is on its way is not', () => {
  const may = (step: Parameters<typeof mayStep>[1]): RefundState[] =>
    refundStates.filter((state) => mayStep({ state }, step).ok);
  expect(may('retried')).toEqual(['returned']);
  expect(may('withdrawn')).toEqual(['requested', 'approved', 'released']);
  expect(may('cleared')).toEqual(['paid', 'stale']);
  expect(may('stale')).toEqual(['paid']);
});
