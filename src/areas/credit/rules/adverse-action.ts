/**
 * What Regulation B asks when credit is declined or cut (12 CFR 1002.9, 1002.12).
 *
 * Acting on an account because it is behind is no adverse action (1002.2(c)(2)(ii)): a hold
 * of orders for what is past due needs no notice; a smaller limit on application does.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Money } from '#kernel/money.ts';
import type { HoldReason } from './policy.ts';

export type CreditAct = {
  readonly isBusiness: boolean;
  /** Revenue of the last fiscal year; undefined when it is not known. */
  readonly revenue?: Money | undefined;
  readonly isTradeCredit: boolean;
  /** Is it done because this very account is delinquent? */
  readonly isForDelinquency: boolean;
  readonly on: Day;
  readonly reasonsAskedOn?: Day | undefined;
};

export type CreditNotice = {
  readonly isAdverse: boolean;
  readonly notice: 'within_reasonable_time' | 'within_30_days' | null;
  /** Must the reasons be given in writing? */
  readonly writtenReasons: boolean;
  readonly retentionMonths: number;
};

/** Above a million dollars a business is told in its own way (1002.9(a)(3)(ii)). */
const largeRevenueMinor = 100_000_000n;
const askWithinDays = 60;

/** The duties that follow from the act. */
export function noticeOf(act: CreditAct): CreditNotice {
  const retentionMonths = act.isBusiness ? 12 : 25;
  if (act.isForDelinquency) {
    return { isAdverse: false, notice: null, writtenReasons: false, retentionMonths };
  }
  const { reasonsAskedOn } = act;
  const asked =
    reasonsAskedOn !== undefined && daysBetween(act.on, reasonsAskedOn) <= askWithinDays;
  const isLarge = act.revenue !== undefined && act.revenue.minor > largeRevenueMinor;
  const isLoose = act.isBusiness && (act.isTradeCredit || isLarge);
  return {
    isAdverse: true,
    notice: isLoose ? 'within_reasonable_time' : 'within_30_days',
    writtenReasons: act.isBusiness ? asked : true,
    retentionMonths,
  };
}

/** Reasons that say that this very account is behind. */
const delinquent: ReadonlySet<HoldReason> = new Set(['past_due', 'broken_promise']);
/** A person's hold and the account's status say nothing of why. */
const silent: ReadonlySet<HoldReason> = new Set(['forced', 'account_hold', 'account_status']);

/**
 * Is an order turned down only because its account is behind? A person's own hold beside such a
 * reason changes nothing; alone, or beside a limit, it is a refusal of credit.
 */
export function isForDelinquency(reasons: readonly HoldReason[]): boolean {
  const own = reasons.filter((reason) => !silent.has(reason));
  return own.length > 0 && own.every((reason) => delinquent.has(reason));
}
