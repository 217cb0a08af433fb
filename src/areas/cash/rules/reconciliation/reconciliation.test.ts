import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { type OpenBankLine, type OpenBookLine, clearByHand, clearLines } from './clearing.ts';
import { type StatementToSign, maySignStatement, proveStatement } from './proof.ts';
import { entryOf, proposeTreatment, treatments } from './treatment.ts';

const usd = currency('USD');
const lineId = (no: number) => composeId(1, 0, 0, no);
const bankLine = (
  no: number,
  amount: bigint,
  on = '2026-11-20',
  checkNumber = '',
): OpenBankLine => ({
  lineId: lineId(no),
  on: day(on),
  amount,
  checkNumber,
});
const bookLine = (key: string, amount: bigint, told: Partial<OpenBookLine> = {}): OpenBookLine => ({
  key,
  on: day('2026-11-20'),
  amount,
  reference: '',
  lineId: null,
  depositId: null,
  ...told,
});

describe('a statement against cash clearing', () => {
  const statement = {
    currency: usd,
    opening: 100_000n,
    closing: 149_500n,
    movements: 49_500n,
    closedBefore: 100_000n,
  };
  const book = {
    balance: 52_000n,
    balanceBefore: 0n,
    bankOpen: [-500n],
    bookOpen: [2_000n],
    broughtForward: 100_000n,
  };

  test('agrees with a fee that is not booked yet and a deposit on its way', () => {
    expect(proveStatement(statement, book)).toEqual({
      arithmetic: 0n,
      continuity: 0n,
      broughtForward: 100_000n,
      adjustedBank: 151_500n,
      adjustedBook: 151_500n,
      difference: 0n,
    });
  });

  test('names one cent that stands on one side only', () => {
    const { difference } = proveStatement(statement, { ...book, balance: 52_001n });
    expect(difference).toBe(-1n);
  });

  test('of which the first is brings its opening balance forward, and no later one does', () => {
    const first = { ...statement, closedBefore: null };
    expect(proveStatement(first, { ...book, broughtForward: null }).broughtForward).toBe(100_000n);
    expect(proveStatement(statement, { ...book, broughtForward: null }).broughtForward).toBe(0n);
    const earlier = { ...book, balance: 59_000n, balanceBefore: 7_000n, broughtForward: null };
    expect(proveStatement(first, earlier)).toMatchObject({
      broughtForward: 93_000n,
      difference: 0n,
    });
  });

  test('that does not open where the last one closed has one missing before it', () => {
    expect(proveStatement({ ...statement, closedBefore: 99_000n }, book).continuity).toBe(1_000n);
  });

  test.each([
    [{}, 'member:second', 'signed'],
    [{ signed: true }, 'member:second', 'cash.statement_signed_already'],
    [{ unsignedBefore: day('2026-11-19') }, 'member:second', 'cash.statement_before_unsigned'],
    [{ wrong: { movements: 49_501n } }, 'member:second', 'cash.statement_wrong'],
    [{ wrong: { closedBefore: 1n } }, 'member:second', 'cash.statement_missing'],
    [{ books: { balance: 52_001n } }, 'member:second', 'cash.statement_differs'],
    [{ untreated: 1 }, 'member:second', 'cash.lines_untreated'],
    [{}, 'member:poster', 'cash.second_person_signs'],
    [{ secondPerson: false }, 'member:poster', 'signed'],
  ])('with %o, signed by %s: %s', ({ wrong, books, ...told }: Told, actor, answer) => {
    const wish: StatementToSign = {
      currency: usd,
      to: day('2026-11-20'),
      proof: proveStatement({ ...statement, ...wrong }, { ...book, ...books }),
      signed: false,
      unsignedBefore: null,
      untreated: 0,
      secondPerson: true,
      workedOnBy: ['member:poster'],
      ...told,
    };
    const outcome = maySignStatement(wish, actor);
    expect(outcome.ok ? 'signed' : outcome.refusal).toBe(answer);
  });

  type Told = Partial<StatementToSign> & {
    readonly wrong?: Partial<typeof statement>;
    readonly books?: Partial<typeof book>;
  };
});

describe('a line of the bank is an entry of ours', () => {
  const cleared = (bank: OpenBankLine[], book: OpenBookLine[]) =>
    clearLines(bank, book).map(
      ({ how, lineIds, keys }) => `${how} ${lineIds.length} ${keys.join()}`,
    );

  test('when its receipt was made from it', () => {
    const book = [bookLine('a', 700n, { lineId: lineId(1) }), bookLine('b', 700n)];
    expect(cleared([bankLine(1, 700n)], book)).toEqual(['receipt 1 a']);
  });

  test('when one line paid for two accounts, both entries are it', () => {
    const own = { lineId: lineId(1) };
    const book = [bookLine('a', 300n, own), bookLine('b', 400n, own)];
    expect(cleared([bankLine(1, 700n)], book)).toEqual(['receipt 1 a,b']);
  });

  test('not when its entry has another amount: that is a difference to be seen', () => {
    expect(cleared([bankLine(1, 700n)], [bookLine('a', 699n, { lineId: lineId(1) })])).toEqual([]);
  });

  test('when it is the whole deposit that the checks are in', () => {
    const own = { depositId: composeId(3, 0, 0, 1) };
    const book = [bookLine('a', 300n, own), bookLine('b', 400n, own)];
    expect(cleared([bankLine(1, 700n, '2026-11-23')], book)).toEqual(['deposit 1 a,b']);
  });

  test('when the amount stands once on either side within five days', () => {
    expect(cleared([bankLine(1, -35n, '2026-11-25')], [bookLine('a', -35n)])).toEqual([
      'amount 1 a',
    ]);
    expect(cleared([bankLine(1, -35n, '2026-11-26')], [bookLine('a', -35n)])).toEqual([]);
  });

  test('not when two fit equally well, unless the check number tells them apart', () => {
    const twice = [bookLine('a', 35n, { reference: '1042' }), bookLine('b', 35n)];
    expect(cleared([bankLine(1, 35n)], twice)).toEqual([]);
    expect(cleared([bankLine(1, 35n), bankLine(2, 35n)], [bookLine('a', 35n)])).toEqual([]);
    expect(cleared([bankLine(1, 35n, '2026-11-20', '0001042')], twice)).toEqual(['amount 1 a']);
  });

  test('when a person says so and both sides come to the same', () => {
    const bank = [bankLine(1, 700n), bankLine(2, 300n)];
    expect(clearByHand(bank, [bookLine('a', 1_000n)], usd).ok).toBe(true);
    expect(clearByHand(bank, [bookLine('a', 999n)], usd)).toMatchObject({
      refusal: 'cash.clear_differs',
      facts: { bank: '10.00', book: '9.99', difference: '0.01' },
    });
    expect(clearByHand([bankLine(1, 1n)], [], usd)).toMatchObject({
      refusal: 'cash.clear_nothing',
    });
  });

  test('and two lines of the bank that cancel each other need no entry', () => {
    expect(clearByHand([bankLine(1, 700n), bankLine(2, -700n)], [], usd).ok).toBe(true);
  });
});

describe('what nobody has posted is proposed as', () => {
  const line = { amount: -500n, code: '', channel: 'other', said: '', returned: false };
  test.each([
    [{ code: 'bai:698', amount: -500n }, 'bank_fee', 'code'],
    [{ code: 'swift:NCHG' }, 'bank_fee', 'code'],
    [{ channel: 'charge' }, 'bank_fee', 'code'],
    [{ said: 'MERCHANT BANKCARD FEE NOV' }, 'card_fee', 'words'],
    [{ said: 'Monthly service charge' }, 'bank_fee', 'words'],
    [{ code: 'bai:354', amount: 120n }, 'interest', 'code'],
    [{ said: 'INTERESES NOVIEMBRE', amount: 120n }, 'interest', 'words'],
    [{ code: 'bai:147', amount: 9_000n }, 'card_deposit', 'code'],
    [{ said: 'STRIPE TRANSFER', amount: 9_000n }, 'card_deposit', 'words'],
    [{ code: 'bai:575', amount: -9_000n }, 'sweep', 'code'],
    [{ said: 'ZBA TRANSFER TO 4471' }, 'sweep', 'words'],
    [{ code: 'bai:555' }, 'returned', 'code'],
    [{ returned: true }, 'returned', 'code'],
    [{ said: 'ACME INVOICE 1004', amount: 800n }, 'unknown', 'rest'],
    [{ said: 'ACME FEES LLC PAYS', amount: 800n }, 'unknown', 'rest'],
  ])('%o: %s, by its %s', (told, treatment, because) => {
    expect(proposeTreatment({ ...line, ...told })).toEqual({ treatment, because });
  });

  test('booked against the account that it belongs to, by the way the money went', () => {
    expect(entryOf('bank_fee', -500n)).toMatchObject({
      value: { debit: 'bank-fees', credit: 'cash-clearing' },
    });
    expect(entryOf('bank_fee', 500n)).toMatchObject({
      value: { debit: 'cash-clearing', credit: 'bank-fees' },
    });
    expect(entryOf('interest', 120n)).toMatchObject({
      value: { debit: 'cash-clearing', credit: 'interest-income' },
    });
    expect(entryOf('interest', -120n)).toMatchObject({ refusal: 'cash.treatment_other_way' });
  });

  test('never as income when nobody knows whose it is', () => {
    const booked = treatments.filter((each) => {
      const entry = entryOf(each, 100n);
      return entry.ok && entry.value !== null;
    });
    expect(booked).toEqual(['bank_fee', 'interest', 'card_fee', 'sweep']);
  });
});
