/** What has stood open for more than 60 days, item by item, with its sum by currency. */
import { day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { age } from '#areas/ledger/rules/aging.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { over60 } from '../contract.ts';
import { type Over60Question, over60Rows } from '../store/over60.ts';

export type Over60Answer = AnswerOf<typeof over60>;

export async function readOver60(db: Queries, question: Over60Question): Promise<Over60Answer> {
  const { asOf, basis } = question;
  const rows = await over60Rows(db, question);
  const totals = new Map<string, bigint>();
  for (const row of rows) {
    totals.set(row.currency, (totals.get(row.currency) ?? 0n) + row.open_minor);
  }
  return {
    asOf,
    rows: rows.map((row) => ({
      accountId: row.account_id,
      company: row.company,
      account: row.account,
      name: row.name,
      currency: row.currency,
      document: row.number,
      dueOn: row.due_on,
      days: age(asOf, day(basis === 'due' ? row.due_on : row.issued_on)),
      open: formatMoney(money(row.open_minor, row.currency)),
      disputed: row.disputed,
    })),
    totals: [...totals].map(([code, total]) => ({
      currency: code,
      total: formatMoney(money(total, code)),
    })),
  };
}
