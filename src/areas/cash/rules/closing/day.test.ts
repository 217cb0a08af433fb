import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { type DayReceipt, type Stray, meetAtBank, proveDay } from './day.ts';
import { type DayToSign, maySignDay, standardClosingPolicy } from './sign-day.ts';

const usd = currency('USD');

function receipt(no: number, amount: bigint, told: Partial<DayReceipt> = {}): DayReceipt {
  return {
    receiptId: composeId(1, 0, 0, no),
    currency: usd,
    amount,
    who: `payer ${no}`,
    method: 'check',
    deposited: amount,
    posted: amount,
    journal: amount,
    sameDay: true,
    heldOver: [],
    ...told,
  };
}
const stray = (amount: bigint): Stray => ({
  id: composeId(2, 0, 0, 1),
  currency: usd,
  amount,
  who: 'WIRE OF NOBODY',
});
const proved = (
  receipts: readonly DayReceipt[],
  bankOnly: Stray[] = [],
  journalOnly: Stray[] = [],
) => proveDay({ receipts, bankOnly, journalOnly });

describe('the four figures of a day', () => {
  test('are equal when every payment was deposited, posted and journalised whole', () => {
    const whole = proved([receipt(1, 50_000n), receipt(2, 12_345n)]);
    expect(whole.differences).toEqual([]);
    expect(whole.figures).toEqual([
      {
        currency: 'USD',
        received: 62_345n,
        deposited: 62_345n,
        posted: 62_345n,
        journal: 62_345n,
        heldOver: 0n,
        receipts: 2,
        postedSameDay: 2,
      },
    ]);
  });

  test.each([
    [{ deposited: 10_001n }, 'deposited_otherwise', 1n],
    [{ deposited: null }, 'not_deposited', -10_000n],
    [{ posted: 9_999n, journal: 9_999n }, 'posted_otherwise', -1n],
    [{ posted: null, journal: null }, 'not_posted', -10_000n],
    [{ journal: 10_001n }, 'journal_otherwise', 1n],
    [{ journal: null }, 'not_in_journal', -10_000n],
  ] as const)('one that is %o is named to the cent', (told, kind, by) => {
    const [only, ...others] = proved([receipt(1, 10_000n, told)]).differences;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind, amount: by, who: 'payer 1', heldOver: false });
  });

  test('money that only the bank or only the journal knows is named', () => {
    const strays = proved([], [stray(700n)], [stray(900n)]);
    expect(strays.differences.map(({ kind }) => kind)).toEqual(['bank_only', 'journal_only']);
    expect(strays.figures).toMatchObject([{ received: 0n, deposited: 700n, journal: 900n }]);
  });

  test('a wire that waits to be posted is the one line of its amount; a check is not', () => {
    const wire = receipt(1, 700n, { method: 'wire', deposited: null, posted: null, journal: null });
    const met = (receipts: DayReceipt[], lines: Stray[]) =>
      meetAtBank({ receipts, bankOnly: lines, journalOnly: [] }).bankOnly.length;
    expect(met([wire], [stray(700n)])).toBe(0);
    expect(met([wire], [stray(701n)])).toBe(1);
    expect(met([wire], [stray(700n), stray(700n)])).toBe(2);
    expect(met([wire, { ...wire }], [stray(700n)])).toBe(1);
    expect(met([{ ...wire, method: 'check' }], [stray(700n)])).toBe(1);
  });

  test('currencies are never added', () => {
    const euro = { ...receipt(2, 500n), currency: currency('EUR') };
    const { figures } = proved([receipt(1, 100n), euro]);
    expect(figures.map((line) => `${line.currency} ${line.received}`)).toEqual([
      'EUR 500',
      'USD 100',
    ]);
  });

  test('the same-day rate counts payments, and is nothing on a day without any', () => {
    const late = receipt(3, 1n, { sameDay: false });
    expect(proved([receipt(1, 1n), receipt(2, 1n), late]).sameDayBps).toBe(6666);
    expect(proved([]).sameDayBps).toBeNull();
  });

  test('a day without differences has equal figures, whatever was received', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { maxLength: 20 });
    const sides = fc.tuple(fc.bigInt({ min: -2n, max: 2n }), fc.bigInt({ min: -2n, max: 2n }));
    fc.assert(
      fc.property(amounts, sides, (list, [atBank, inJournal]) => {
        const receipts = list.map((amount, no) =>
          receipt(no, amount + 9n, {
            deposited: amount + 9n + atBank,
            journal: amount + 9n + inJournal,
          }),
        );
        const { figures, differences } = proved(receipts);
        const balanced = figures.every(
          ({ received, deposited, posted, journal }) =>
            received === deposited && received === posted && received === journal,
        );
        expect(differences.length === 0).toBe(balanced);
      }),
    );
  });
});

describe('signing a day', () => {
  const on = day('2026-11-20');
  const wish = (told: Partial<DayToSign> = {}): DayToSign => ({
    day: on,
    today: on,
    proved: proved([receipt(1, 10_000n)]),
    signatures: 0,
    lateArrivals: 0,
    workedOnBy: ['member:poster'],
    ...told,
  });
  const oneCent = proved([receipt(1, 10_000n, { deposited: 10_001n })]);
  const inTheSafe = proved([
    receipt(1, 10_000n, { deposited: null, heldOver: ['deposit'], posted: null, journal: null }),
  ]);
  const held = proved([receipt(1, 10_000n, { deposited: null, heldOver: ['deposit'] })]);

  test.each([
    ['what balances', {}, 'member:second', 'signed'],
    ['a day to come', { day: day('2026-11-21') }, 'member:second', 'cash.day_ahead'],
    ['what is signed', { signatures: 1 }, 'member:second', 'cash.day_signed_already'],
    ['what came late', { signatures: 1, lateArrivals: 2 }, 'member:second', 'signed'],
    ['one cent off', { proved: oneCent }, 'member:second', 'cash.day_differs'],
    ['held over and not posted', { proved: inTheSafe }, 'member:second', 'cash.day_differs'],
    ['held over', { proved: held }, 'member:second', 'signed'],
    ['own work', {}, 'member:poster', 'cash.second_person_signs'],
  ] as const)('%s', (_, told, actor, answer) => {
    const outcome = maySignDay(wish(told), actor, standardClosingPolicy);
    expect(outcome.ok ? 'signed' : outcome.refusal).toBe(answer);
  });

  test('one cent off is named with the payment it belongs to', () => {
    const outcome = maySignDay(wish({ proved: oneCent }), 'member:second', standardClosingPolicy);
    expect(outcome).toMatchObject({
      facts: { kind: 'deposited_otherwise', who: 'payer 1', amount: '0.01', currency: 'USD' },
    });
  });

  test('an office of one signs its own work when its policy says so', () => {
    const alone = { ...standardClosingPolicy, secondPerson: false };
    expect(maySignDay(wish(), 'member:poster', alone).ok).toBe(true);
  });
});
