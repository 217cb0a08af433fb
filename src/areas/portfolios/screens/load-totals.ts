/** The sum of all lines of the portfolio; amounts are added exactly. */
import type { WirePortfolio } from '#areas/portfolios/contract.ts';
import { currency, formatMoney, parseMoney, sum, zero } from '#kernel/money.ts';

type Line = WirePortfolio['people'][number];

export type Totals = Pick<
  Line,
  'accounts' | 'due' | 'overdueAccounts' | 'promisesDue' | 'pinned' | 'minutes'
> & { readonly overdue: string; readonly balance: string };

export function totalsOf({ people, currency: code }: WirePortfolio): Totals {
  const known = currency(code);
  const count = (pick: (line: Line) => number): number =>
    people.reduce((all, line) => all + pick(line), 0);
  const amount = (pick: (line: Line) => string): string =>
    formatMoney(
      sum(
        people.map((line) => parseMoney(pick(line), known) ?? zero(known)),
        known,
      ),
    );
  return {
    accounts: count((line) => line.accounts),
    due: count((line) => line.due),
    overdueAccounts: count((line) => line.overdueAccounts),
    promisesDue: count((line) => line.promisesDue),
    pinned: count((line) => line.pinned),
    minutes: count((line) => line.minutes),
    overdue: amount((line) => line.overdue),
    balance: amount((line) => line.balance),
  };
}
