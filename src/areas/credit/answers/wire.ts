/** Orders and reasons as the API and the command line write them. */
import { formatMoney, money } from '#kernel/money.ts';
import type { Refused } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireNotice } from '../contract/notices.ts';
import type { WireOrderHistory } from '../contract/orders.ts';
import type { Found } from '../rules/judge-order.ts';
import { type OrderLine, actsOf, statementsOf } from '../store/history.ts';
import type { CreditNoticeLine } from '../store/notices.ts';
import { words } from '../words.ts';

/** Each reason with its sentence. */
export function wireReasons(reasons: readonly Found[], language: Language) {
  return reasons.map(({ reason, facts }) => ({
    reason,
    facts,
    says: say(words, `credit.reason_${reason}`, facts, language),
  }));
}

export function sayRefusal({ refusal, facts }: Refused<string>, language: Language): string {
  return say(words, refusal, facts, language);
}

export function wireNotice({ key: _key, ...line }: CreditNoticeLine): WireNotice {
  return line;
}

export function wireOrder(line: OrderLine) {
  const { orderId, number, orderedOn, currency, state, verdict } = line;
  const text = (minor: bigint): string => formatMoney(money(minor, currency));
  return {
    orderId,
    order: number,
    orderedOn,
    currency,
    amount: text(line.amount),
    delivered: text(line.delivered),
    invoiced: text(line.invoiced),
    open: text(line.open),
    state,
    verdict,
  };
}

export async function wireHistory(
  db: Queries,
  line: OrderLine,
  language: Language,
): Promise<WireOrderHistory> {
  const { accountId, orderId, currency } = line;
  const acts = await actsOf(db, accountId, orderId);
  const statements = await statementsOf(db, accountId, orderId);
  const text = (minor: bigint): string => formatMoney(money(minor, currency));
  return {
    ...wireOrder(line),
    accountId,
    acts: acts.map(({ actor, by, reasons, ...act }) => ({
      ...act,
      by: by ?? actorName(actor, language),
      reasons: wireReasons(reasons, language),
    })),
    statements: statements.map(({ amount, delivered, invoiced, ...rest }) => ({
      ...rest,
      amount: text(amount),
      delivered: text(delivered),
      invoiced: text(invoiced),
    })),
  };
}
