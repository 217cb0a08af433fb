/**
 * Return of Title IV funds when a student leaves (34 CFR 668.22).
 *
 *   earned   = share × (disbursed + could have been)
 *   unearned = disbursed − earned ─▶ school: the smaller of it and charges × (1 − share)
 *                                 └▶ student: the rest, loans under their note, grants above
 *                                    half of what was received, nothing up to $50
 *
 * The school returns in the order of the law; less earned than disbursed never pays out, more
 * earned than disbursed is a post-withdrawal disbursement.
 */
import { type Money, minus, money, plus, share, smaller, sum, zero } from '#kernel/money.ts';
import { type Day, plusDays } from '#kernel/day.ts';

/** The programmes in the order in which the school returns them (668.22(i)). */
export const programmes = [
  'unsub',
  'sub',
  'perkins',
  'plusGrad',
  'plusParent',
  'pell',
  'iasg',
  'fseog',
  'teach',
] as const;
export type Programme = (typeof programmes)[number];
export type Aid = ReadonlyMap<Programme, Money>;

const grants: ReadonlySet<Programme> = new Set(['pell', 'iasg', 'fseog', 'teach']);

export type Withdrawal = {
  readonly disbursed: Aid;
  readonly couldHaveBeen: Aid;
  readonly charges: Money;
  /** Share earned, in thousandths. */
  readonly earnedThousandths: bigint;
};

export type AidReturn = {
  readonly earned: Money;
  readonly unearned: Money;
  readonly schoolTotal: Money;
  /** What the school returns by programme; programmes with nothing are left out. */
  readonly schoolReturns: Aid;
  /** Loans that the student goes on owing under their note. */
  readonly loansUnderNote: Money;
  readonly studentGrantReturn: Money;
  readonly postWithdrawal: Money;
};

const smallestGrantReturn = 5_000n;

/** All sums of one withdrawal, each half-up to the cent. */
export function returnOfAid(withdrawal: Withdrawal): AidReturn {
  const { disbursed, couldHaveBeen, charges, earnedThousandths: part } = withdrawal;
  const none = zero(charges.currency);
  const received = totalOf(disbursed, none);
  const earned = share(plus(received, totalOf(couldHaveBeen, none)), part, 1000n);
  const unearned = above(received, earned);
  const schoolTotal = smaller(unearned, share(charges, 1000n - part, 1000n));
  const schoolReturns = inOrder(disbursed, schoolTotal);

  const students = minus(unearned, schoolTotal);
  const loans = programmes.filter((programme) => !grants.has(programme));
  const loansLeft = leftOf(loans, disbursed, schoolReturns, none);
  const loansUnderNote = smaller(students, loansLeft);
  return {
    earned,
    unearned,
    schoolTotal,
    schoolReturns,
    loansUnderNote,
    studentGrantReturn: grantReturn(minus(students, loansUnderNote), withdrawal),
    postWithdrawal: above(earned, received),
  };
}

/** The student keeps half of all grants; an overpayment up to $50 is not asked for. */
function grantReturn(overpaid: Money, { disbursed, couldHaveBeen }: Withdrawal): Money {
  const none = zero(overpaid.currency);
  const all = [...grants].map((grant) =>
    plus(disbursed.get(grant) ?? none, couldHaveBeen.get(grant) ?? none),
  );
  const protectedHalf = share(sum(all, none.currency), 1n, 2n);
  const asked = above(overpaid, protectedHalf);
  return asked.minor <= smallestGrantReturn ? none : asked;
}

/** Programme by programme, each up to what it had paid, until the total is reached. */
function inOrder(disbursed: Aid, total: Money): Aid {
  const returns = new Map<Programme, Money>();
  let left = total;
  for (const programme of programmes) {
    const part = smaller(left, disbursed.get(programme) ?? zero(total.currency));
    if (part.minor > 0n) returns.set(programme, part);
    left = minus(left, part);
  }
  return returns;
}

function leftOf(of: readonly Programme[], paid: Aid, returned: Aid, none: Money): Money {
  return of.reduce(
    (total, programme) =>
      plus(total, minus(paid.get(programme) ?? none, returned.get(programme) ?? none)),
    none,
  );
}

function totalOf(aid: Aid, none: Money): Money {
  return sum([...aid.values()], none.currency);
}

function above(a: Money, b: Money): Money {
  return a.minor > b.minor ? minus(a, b) : money(0n, a.currency);
}

export type ReturnDeadlines = {
  readonly schoolReturnBy: Day;
  readonly grantOverpaymentNoticeBy: Day;
  readonly pwdGrantBy: Day;
  readonly pwdLoanOfferBy: Day;
};

/** The days by which each follows the school's knowledge (668.22(j)(1), (h)(4)(ii), (a)(6)). */
export function returnDeadlines(determinedOn: Day): ReturnDeadlines {
  return {
    schoolReturnBy: plusDays(determinedOn, 45),
    grantOverpaymentNoticeBy: plusDays(determinedOn, 30),
    pwdGrantBy: plusDays(determinedOn, 45),
    pwdLoanOfferBy: plusDays(determinedOn, 30),
  };
}

export type NeverAttended = {
  readonly isTreatedAsNeverAttended: boolean;
  readonly isAidReturned: boolean;
  readonly areChargesRefunded: boolean;
  readonly isBalanceWrittenOff: boolean;
};

/** No calculation is due when all four are so (90 FR 470, since 1 July 2026). */
export function isExempt(student: NeverAttended): boolean {
  return (
    student.isTreatedAsNeverAttended &&
    student.isAidReturned &&
    student.areChargesRefunded &&
    student.isBalanceWrittenOff
  );
}
