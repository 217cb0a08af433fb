import { describe, expect, test } from 'vitest';
import {
  ledgerMethod,
  mustBePosted,
  mustWait,
  mustWaitAlone,
  numberOf,
  receiptStates,
} from './receipt.ts';

describe('what may be done with a receipt', () => {
  test.each([
    ['entered', true, false],
    ['unposted', true, false],
    ['posted', false, true],
    ['reopened', true, true],
    ['settled', false, false],
    ['returned', false, false],
    ['withdrawn', false, false],
    ['reversed', false, false],
    ['elsewhere', false, false],
  ] as const)('%s: waits %s, stands in the ledger %s', (state, waits, stands) => {
    expect(mustWait(state).ok).toBe(waits);
    expect(mustBePosted(state).ok).toBe(stands);
  });

  test('a row of an open batch is not posted before its batch', () => {
    const alone = receiptStates.filter((state) => mustWaitAlone(state).ok);
    expect(alone).toEqual(['unposted', 'reopened']);
  });

  test('only one that was reopened is both', () => {
    const both = receiptStates.filter((state) => mustWait(state).ok && mustBePosted(state).ok);
    expect(both).toEqual(['reopened']);
  });
});

test('a check goes by its number, a wire by its reference', () => {
  expect(numberOf({ checkNumber: '1042', reference: 'x' })).toBe('1042');
  expect(numberOf({ checkNumber: '', reference: 'FT-9' })).toBe('FT-9');
});

test('the ledger knows no portal', () => {
  expect(ledgerMethod('portal')).toBe('other');
  expect(ledgerMethod('lockbox')).toBe('lockbox');
});
