/** What would be charged on a day, row by row with its working; nothing is written. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { chargeOf } from '../rules/computing.ts';
import type { ChargeTerms } from '../rules/terms.ts';
import { type FoundDebt, lateDebts } from '../store/late-debts.ts';
import type { RunRow, Totals } from '../store/runs.ts';

export type QuotedRow = RunRow & { readonly account: string; readonly name: string };

export type Quoted = { readonly rows: readonly QuotedRow[]; readonly totals: Totals };

/** Rows within the days of grace, and those without anything to say, are left out. */
export async function quoteCharges(
  db: Queries,
  companyId: Id,
  asOf: Day,
  terms: ChargeTerms,
): Promise<Quoted> {
  const debts = await lateDebts(db, { companyId, asOf });
  const rows = debts.flatMap((debt) => rowOf(debt, terms, asOf));
  return { rows, totals: totalsOf(rows) };
}

function rowOf(debt: FoundDebt, terms: ChargeTerms, asOf: Day): QuotedRow[] {
  const { interest, fee, ...worked } = chargeOf(debt, terms, asOf);
  const nothing = interest.minor + fee.minor === 0n;
  if (worked.stopped === 'not_late' || worked.stopped === 'no_terms') return [];
  if (nothing && worked.stopped === null) return [];
  const { accountId, account, name, itemId, document, dueOn, interestTo } = debt;
  const working = { document, dueOn, interestTo, ...worked };
  return [{ accountId, account, name, itemId, interest, fee, worked: working }];
}

function totalsOf(rows: readonly RunRow[]): Totals {
  const byCurrency = Map.groupBy(rows, ({ interest }) => interest.currency);
  return Object.fromEntries(
    [...byCurrency]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([code, of]) => {
        const sum = (pick: (row: RunRow) => bigint): string =>
          formatMoney(
            money(
              of.reduce((all, row) => all + pick(row), 0n),
              currency(code),
            ),
          );
        return [
          code,
          { interest: sum((row) => row.interest.minor), fees: sum((row) => row.fee.minor) },
        ];
      }),
  );
}
