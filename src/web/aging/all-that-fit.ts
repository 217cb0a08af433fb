/**
 * Every account that fits a filter of the aging, page by page, with what it owes in all.
 *
 * The rule: what is changed are exactly these accounts. The aging filters by more than other
 * areas can, so its accounts are named one by one; beyond `most` nothing is named at all.
 */
import { aging } from '#areas/reports/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { call } from '../api.ts';

/** As many as one act may name. */
const most = 10_000;

type Fitting = {
  /** Null: there are more than may be named. */
  readonly accountIds: readonly string[] | null;
  readonly most: number;
  readonly amounts: readonly { readonly currency: string; readonly balance: string }[];
};

export async function allThatFit(
  search: QueryOf<typeof aging>,
  signal: AbortSignal,
): Promise<Fitting> {
  // An account that owes in two currencies has two rows.
  const accountIds = new Set<string>();
  let cursor: string | undefined;
  for (;;) {
    const query = { ...search, by: 'account' as const, limit: 1000, cursor };
    const { rows, totals, nextCursor } = await call(aging, { query, signal });
    for (const { accountId } of rows) if (accountId !== null) accountIds.add(accountId);
    const amounts = totals.map(({ currency, balance }) => ({ currency, balance }));
    if (accountIds.size > most) return { accountIds: null, most, amounts };
    if (nextCursor === null) return { accountIds: [...accountIds], most, amounts };
    cursor = nextCursor;
  }
}
