/**
 * May somebody change a limit alone, and what must the customer be told?
 *
 * A little more for a few days is everybody's who may set limits at all: a tenth above the
 * standing limit for a week (rules of the desk §7.2), once in thirty days, so that no week follows
 * the other. A limit that is cut or refused is told to who asked for it, unless the account is
 * behind (12 CFR 1002.2(c)(2)(ii)).
 */
import { type Day, daysBetween, plusDays } from '#kernel/day.ts';
import { type Money, isPositive } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type CreditNotice, noticeOf } from './adverse-action.ts';

export type LimitChange = {
  readonly kind: 'standing' | 'temporary' | 'insurance' | 'group';
  readonly amount: Money | null;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
  readonly reviewOn: Day | null;
};

export type LimitChangeRefusal =
  | 'credit.limit_negative'
  | 'credit.limit_needs_end'
  | 'credit.limit_ended_before'
  | 'credit.limit_from_today'
  | 'credit.limit_review_passed'
  | 'credit.limit_takes_amount';

/** Refuses what no limit can be. */
export function acceptChange<C extends LimitChange>(
  change: C,
  today: Day,
): Outcome<C, LimitChangeRefusal> {
  const { kind, amount, fromOn, untilOn, reviewOn } = change;
  if (amount !== null && amount.minor < 0n) return refuse('credit.limit_negative');
  if (amount === null && (kind === 'temporary' || kind === 'insurance')) {
    return refuse('credit.limit_takes_amount');
  }
  if (kind === 'temporary' && untilOn === null) return refuse('credit.limit_needs_end');
  if (untilOn !== null && (untilOn < fromOn || untilOn < today)) {
    return refuse('credit.limit_ended_before', { untilOn, fromOn });
  }
  if ((kind === 'standing' || kind === 'group') && fromOn !== today) {
    return refuse('credit.limit_from_today', { today });
  }
  if (reviewOn !== null && reviewOn < today) {
    return refuse('credit.limit_review_passed', { reviewOn, today });
  }
  return accept(change);
}

const littleBps = 1000n;
const littleDays = 7;

/** Is it so little, for so short, that no authority is asked? */
export function isLittle(
  { kind, amount, fromOn, untilOn }: LimitChange,
  standing: Money | null,
): boolean {
  if (kind !== 'temporary' || amount === null || standing === null || untilOn === null)
    return false;
  if (amount.currency !== standing.currency || !isPositive(standing)) return false;
  const days = daysBetween(fromOn, untilOn) + 1;
  return (
    days <= littleDays && (amount.minor - standing.minor) * 10_000n <= standing.minor * littleBps
  );
}

/** Is less given than before? An amount in another currency is compared by nobody. */
export function isCut({ kind, amount }: LimitChange, before: Money | null): boolean {
  if (kind !== 'standing' || before === null) return false;
  if (amount === null) return true;
  return amount.currency === before.currency && amount.minor < before.minor;
}

export type Told = { readonly notice: CreditNotice; readonly dueOn: Day; readonly source: string };

/** What is due when credit is declined or cut; undefined when nothing is. */
export function noticeDue(
  accountKind: string,
  isForDelinquency: boolean,
  on: Day,
): Told | undefined {
  const isBusiness = !consumers.has(accountKind);
  const notice = noticeOf({ isBusiness, isTradeCredit: isBusiness, isForDelinquency, on });
  if (!notice.isAdverse) return undefined;
  const source = isBusiness ? '12 CFR 1002.9(a)(3)(ii)' : '12 CFR 1002.9(a)(1)(i)';
  return { notice, dueOn: plusDays(on, noticeDays), source };
}

/** The kinds of accounts behind which a person stands, not a business. */
const consumers: ReadonlySet<string> = new Set(['consumer', 'student']);

/** Thirty days; what is reasonable for a business is never longer at this desk. */
const noticeDays = 30;
