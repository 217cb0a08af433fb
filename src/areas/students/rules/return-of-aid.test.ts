import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, formatMoney, money, plus, sum } from '#kernel/money.ts';
import {
  type Programme,
  isExempt,
  programmes,
  returnDeadlines,
  returnOfAid,
} from './return-of-aid.ts';

const usd = currency('USD');
const aid = (given: Partial<Record<Programme, number>>) =>
  new Map(
    programmes.map((programme) => [programme, money(BigInt(given[programme] ?? 0) * 100n, usd)]),
  );

function told(given: {
  disbursed: Partial<Record<Programme, number>>;
  could?: Partial<Record<Programme, number>>;
  charges: number;
  part: bigint;
}) {
  const found = returnOfAid({
    disbursed: aid(given.disbursed),
    couldHaveBeen: aid(given.could ?? {}),
    charges: money(BigInt(given.charges) * 100n, usd),
    earnedThousandths: given.part,
  });
  return {
    earned: formatMoney(found.earned),
    unearned: formatMoney(found.unearned),
    school: formatMoney(found.schoolTotal),
    returns: [...found.schoolReturns].map(([name, sent]) => `${name} ${formatMoney(sent)}`).join(),
    note: formatMoney(found.loansUnderNote),
    grant: formatMoney(found.studentGrantReturn),
    later: formatMoney(found.postWithdrawal),
  };
}

describe('the return of aid', () => {
  test('the school returns everything unearned, in the order of the law', () => {
    const disbursed = { unsub: 990, sub: 1732, pell: 3000 };
    expect(told({ disbursed, charges: 6000, part: 426n })).toEqual({
      earned: '2437.57',
      unearned: '3284.43',
      school: '3284.43',
      returns: 'unsub 990.00,sub 1732.00,pell 562.43',
      note: '0.00',
      grant: '0.00',
      later: '0.00',
    });
  });

  test('past 60 % nothing is returned', () => {
    expect(told({ disbursed: { pell: 3698 }, charges: 1200, part: 1000n })).toMatchObject({
      earned: '3698.00',
      unearned: '0.00',
      returns: '',
    });
  });

  test('small charges leave the student with loans under their note, and grants above half', () => {
    const disbursed = { unsub: 1000, pell: 4000 };
    expect(told({ disbursed, charges: 1000, part: 100n })).toEqual({
      earned: '500.00',
      unearned: '4500.00',
      school: '900.00',
      returns: 'unsub 900.00',
      note: '100.00',
      grant: '1500.00',
      later: '0.00',
    });
  });

  test('a grant overpayment up to $50 is not asked for', () => {
    const disbursed = { pell: 1000 };
    expect(told({ disbursed, charges: 0, part: 450n }).grant).toBe('0.00');
    expect(told({ disbursed, charges: 0, part: 449n }).grant).toBe('51.00');
  });

  test('more earned than disbursed is paid out afterwards', () => {
    const found = told({
      disbursed: { pell: 100 },
      could: { pell: 900 },
      charges: 500,
      part: 500n,
    });
    expect(found).toMatchObject({ earned: '500.00', unearned: '0.00', later: '400.00' });
  });
});

test('what the school, the notes and the student return is never more than was unearned', () => {
  const cents = fc.bigInt({ min: 0n, max: 1_000_000n });
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 9, maxLength: 9 }),
      cents,
      fc.bigInt({ min: 0n, max: 1000n }),
      (amounts, charges, part) => {
        const found = returnOfAid({
          disbursed: new Map(programmes.map((name, at) => [name, money(amounts[at] ?? 0n, usd)])),
          couldHaveBeen: new Map(),
          charges: money(charges, usd),
          earnedThousandths: part,
        });
        expect(sum([...found.schoolReturns.values()], usd)).toEqual(found.schoolTotal);
        const all = plus(plus(found.schoolTotal, found.loansUnderNote), found.studentGrantReturn);
        expect(all.minor <= found.unearned.minor).toBe(true);
      },
    ),
  );
});

test('the deadlines follow the day on which the school knew', () => {
  expect(returnDeadlines(day('2026-10-12'))).toEqual({
    schoolReturnBy: '2026-11-26',
    grantOverpaymentNoticeBy: '2026-11-11',
    pwdGrantBy: '2026-11-26',
    pwdLoanOfferBy: '2026-11-11',
  });
});

test('no calculation is due only when all four are so', () => {
  const student = {
    isTreatedAsNeverAttended: true,
    isAidReturned: true,
    areChargesRefunded: true,
    isBalanceWrittenOff: true,
  };
  expect(isExempt(student)).toBe(true);
  for (const name of Object.keys(student))
    expect(isExempt({ ...student, [name]: false })).toBe(false);
});
