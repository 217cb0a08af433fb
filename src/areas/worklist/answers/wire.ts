/** A row of the list as the API writes it, and as `dunlin worklist --json` does. */
import { type Money, formatMoney, money } from '#kernel/money.ts';
import type { WorkRow } from '../contract.ts';
import type { WorkKind } from '../rules/work.ts';
import type { ListRow } from '../store/list.ts';

export function wireRow(row: ListRow): WorkRow {
  const amount = (minor: Money['minor']): string => formatMoney(money(minor, row.currency));
  return {
    accountId: row.accountId,
    account: row.account,
    customer: row.customer,
    name: row.name,
    company: row.company,
    language: row.language,
    owner: row.owner,
    ownerId: row.ownerId,
    rank: row.rank,
    score: row.score,
    reasons: row.reasons.map((reason) => ({ ...reason, facts: { ...reason.facts } })),
    currency: row.currency,
    overdue: amount(row.overdue),
    ask: row.ask === null ? null : amount(row.ask),
    balance: amount(row.balance),
    buckets: row.buckets.map(amount),
    dueAt: row.dueAt,
    lastTouch: row.lastTouch && { ...row.lastTouch },
    inWorkBy: row.inWorkBy,
    snoozedUntil: row.hiddenUntil,
  };
}

/** The shape that outsiders may rely on; `reason` is the plain sentence. */
export type PublicRow = {
  readonly account: string;
  readonly customer: string;
  readonly owner: string | null;
  readonly reason: string;
  readonly kinds: readonly WorkKind[];
  readonly amount: string;
  readonly currency: string;
  readonly dueAt: string | null;
  readonly rank: number;
};

export function publicRow(row: ListRow, reason: string): PublicRow {
  const { account, customer, owner, kinds, currency, dueAt, rank } = row;
  const amount = formatMoney(money(row.overdue, currency));
  return { account, customer, owner, reason, kinds, amount, currency, dueAt, rank };
}
