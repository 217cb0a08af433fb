/**
 * What the cases of an account ask of the day: an answer came back and waits for us, or the day
 * to answer has passed and somebody must be reminded. Neither asks the customer for money.
 */
import type { Day } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import type { AccountFacts, Reason } from './work.ts';

/** The one that came back first, else the one that is late for longest, is named. */
export function disputeReasons({ cases }: Pick<AccountFacts, 'cases'>, today: Day): Reason[] {
  const answered = cases.filter(({ answeredOn }) => answeredOn !== null);
  const late = cases.filter(
    ({ answeredOn, answerBy }) => answeredOn === null && answerBy !== null && answerBy < today,
  );
  const [first] = answered.length > 0 ? answered : late;
  if (first === undefined) return [];
  const { caseId, amount, owner } = first;
  const facts = {
    caseId,
    amount: formatMoney(amount),
    currency: amount.currency,
    owner,
    named: owner === '' ? 'none' : 'some',
    since: first.answeredOn ?? first.answerBy ?? '',
    others: answered.length + late.length - 1,
  };
  const phrase = answered.length > 0 ? 'reason.dispute_answered' : 'reason.dispute_late';
  return [{ kind: 'dispute', phrase, facts }];
}
