import { describe, expect, test } from 'vitest';
import { bookOf, customer, knowing, receipt } from '#test/support/matching.ts';
import { emptyMemory } from './memory.ts';
import { payersOf } from './payer.ts';

const reno = customer('C000001', 'Triumph Auto Parts Reno');
const boston = customer('C000002', 'Triumph Auto Parts Boston');
const book = bookOf([reno, boston], []);
const fits = (payers: ReturnType<typeof payersOf>) =>
  payers.candidates.map(({ accountId, fit }) => `${accountId} ${fit}`);

describe('whose money it is', () => {
  test('the sending account says it before the name', () => {
    const come = receipt('1', { payerAccount: 'XX1', payerName: 'TRIUMPH AUTO PARTS RENO' });
    expect(fits(payersOf(come, book, knowing({ XX1: 'C000002' })))).toEqual(['C000002 account']);
  });

  test('a customer number in the text says it before the name', () => {
    const come = receipt('1', { payerName: 'TRIUMPH AUTO PAR', text: 'ACCT 000002' });
    expect(fits(payersOf(come, book, emptyMemory))).toEqual(['C000002 quoted']);
  });

  test('an alias that a bank may have cut still means everybody it fits', () => {
    const seen = [{ accountId: 'C000001', times: 2 }];
    const memory = { ...emptyMemory, byName: new Map([['TRIUMPHAUTOPAR', seen]]) };
    const come = receipt('1', { payerName: 'TRIUMPH AUTO PAR' });
    expect(fits(payersOf(come, book, memory))).toEqual(['C000001 alias', 'C000002 cut']);
  });

  test('who pays for others is no customer, whatever account it pays from', () => {
    const memory = { ...knowing({ XX9: 'C000001' }), thirdParties: new Set(['CORPAY']) };
    const payers = payersOf(
      receipt('1', { payerName: 'CORPAY', payerAccount: 'XX9' }),
      book,
      memory,
    );
    expect(payers).toEqual({ candidates: [], thirdParty: true });
  });
});
