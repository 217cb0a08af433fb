/** The trial balance with its closing balances, amounts as they stand on paper. */
import { type Currency, currency, formatMoney, money } from '#kernel/money.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { trialBalance } from '../contract/month-end.ts';
import { type Stretch, trialBalanceRows } from '../store/trial-balance.ts';

export type TrialBalanceAnswer = AnswerOf<typeof trialBalance>;

export async function readTrialBalance(
  db: Queries,
  stretch: Stretch,
  { code, baseCurrency }: { readonly code: string; readonly baseCurrency: Currency },
): Promise<TrialBalanceAnswer> {
  const rows = await trialBalanceRows(db, stretch);
  return {
    company: code,
    from: stretch.from,
    to: stretch.to,
    knownAt: stretch.knownAt,
    rows: rows.map((row) => {
      const amount = (minor: bigint): string => formatMoney(money(minor, row.currency));
      const base = row.opening_base_minor + row.debit_base_minor - row.credit_base_minor;
      return {
        account: row.chart_account,
        number: row.external_number,
        currency: currency(row.currency),
        opening: amount(row.opening_minor),
        debit: amount(row.debit_minor),
        credit: amount(row.credit_minor),
        closing: amount(row.opening_minor + row.debit_minor - row.credit_minor),
        closingBase: formatMoney(money(base, baseCurrency)),
      };
    }),
  };
}
