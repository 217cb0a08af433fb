/**
 * A student's Title IV credit balance: federal aid beyond what it may pay for. It is not the
 * credit on the ledger, it is paid out on a federal clock, and it never goes to a state as
 * unclaimed property (34 CFR 668.164).
 *
 *   arises ─14 days─▶ paid ─ check comes back ─45 days─▶ tried again
 *                        └──────── 240 days from the first issue ──────▶ returned to ED
 */
import { undeliveredUntil } from '#areas/refunds/rules/undelivered.ts';
import { type Day, later, plusDays } from '#kernel/day.ts';
import { type Money, minus, money, plus, smaller, zero } from '#kernel/money.ts';

export type StudentAccount = {
  /** Title IV funds credited for the payment period. */
  readonly titleIv: Money;
  /** Tuition, fees, contracted room and board of the period. */
  readonly allowable: Money;
  readonly otherAid: Money;
  /** Fines and other charges that Title IV may pay only when the student said so. */
  readonly unauthorized: Money;
  /** Allowable charges of an earlier year; up to $200 of them without a word of the student. */
  readonly earlierYear: Money;
};

export type CreditBalance = { readonly titleIv: Money; readonly ledger: Money };

const earlierYearMinor = 20_000n;

/** Both credits of the account; neither is ever below nothing (668.164(c), (h)(1)). */
export function creditBalance(account: StudentAccount): CreditBalance {
  const { titleIv, allowable, otherAid, unauthorized, earlierYear } = account;
  const carried = smaller(earlierYear, money(earlierYearMinor, earlierYear.currency));
  const charges = plus(plus(allowable, unauthorized), earlierYear);
  return {
    titleIv: orNothing(minus(titleIv, plus(allowable, carried))),
    ledger: orNothing(minus(plus(titleIv, otherAid), charges)),
  };
}

function orNothing(amount: Money): Money {
  return amount.minor < 0n ? zero(amount.currency) : amount;
}

/**
 * The last day to pay a Title IV credit: 14 calendar days after it arose, or after the first
 * day of class if that is later (668.164(h)(2)). Weekends do not move it.
 */
export function payableBy(aroseOn: Day, firstDayOfClass: Day): Day {
  return plusDays(later(aroseOn, firstDayOfClass), 14);
}

export type UndeliveredCredit = { readonly retryBy: Day; readonly returnBy: Day };

/** What to do with a payment that came back; a new check does not start the 240 days anew. */
export function undelivered(firstIssuedOn: Day, cameBackOn: Day): UndeliveredCredit {
  const { dueOn, returnBy } = undeliveredUntil('title_iv', firstIssuedOn, cameBackOn);
  return { retryBy: dueOn, returnBy: returnBy ?? dueOn };
}
