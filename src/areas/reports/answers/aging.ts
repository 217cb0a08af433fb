/**
 * The aging as a reader asks for it: by whom, as of when, known when, which part of the list.
 *
 * Buckets plus unapplied are the balance, and the balances are the general ledger's control
 * account, for every day, moment, company and currency (law 4).
 */
import type { z } from 'zod';
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { type Buckets, bucketLabels } from '#areas/ledger/rules/aging.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { AgingRow, aging } from '../contract.ts';
import { overdueOf, texts } from '../rules/aging-report.ts';
import {
  type AgingLine,
  type AgingPage,
  type AgingQuestion,
  agingLines,
  flaggedAccounts,
} from '../store/aging.ts';
import { everybody } from '../store/groups.ts';

export type AgingAnswer = Omit<z.infer<typeof aging.answer>, 'nextCursor'>;

/** A question with nothing narrowed: the standard aging by account of every company. */
export function wholeAging(asOf: Day, edges: Buckets): AgingQuestion {
  return {
    asOf,
    knownAt: null,
    by: 'account',
    basis: 'due',
    edges,
    flag: null,
    ...everybody,
  };
}

/** The rows asked for and the totals of the whole list, by currency. */
export async function readAging(
  db: Queries,
  question: AgingQuestion,
  page: AgingPage,
  now: Instant,
): Promise<AgingAnswer> {
  const { lines, count, totals } = await agingLines(db, question, page);
  const accountIds = lines.flatMap((line) => (line.account_id === null ? [] : [line.account_id]));
  const flags = accountIds.length > 0 ? await flaggedAccounts(db, accountIds) : new Map();
  return {
    asOf: question.asOf,
    knownAt: question.knownAt ?? now,
    basis: question.basis,
    buckets: bucketLabels(question.edges),
    rows: lines.map((line) => row(line, question, flags.get(line.account_id ?? '') ?? [])),
    totals: totals
      .toSorted((a, b) => a.currency.localeCompare(b.currency))
      .map(({ currency: code, buckets, unapplied, balance }) => ({
        currency: code,
        buckets: texts(buckets, currency(code)),
        unapplied: formatMoney(money(unapplied, code)),
        balance: formatMoney(money(balance, code)),
      })),
    count,
  };
}

function row(line: AgingLine, question: AgingQuestion, flags: AgingRow['flags']): AgingRow {
  const code = currency(line.currency);
  const text = (minor: bigint): string => formatMoney(money(minor, code));
  return {
    key: line.key,
    accountId: line.account_id,
    account: line.account,
    customer: line.customer,
    name: line.name ?? '',
    company: line.company,
    collector: line.collector,
    currency: code,
    buckets: texts(line.buckets, code),
    unapplied: text(line.unapplied),
    balance: text(line.balance),
    overdue: text(overdueOf(line.buckets, question.edges)),
    oldestDays: line.oldest_days ?? 0,
    items: line.items,
    flags: [
      ...(line.unapplied < 0n ? (['unapplied'] as const) : []),
      ...(line.balance < 0n ? (['credit_balance'] as const) : []),
      ...flags,
    ],
  };
}
