/** The limits that want a look, each weighed exactly: what is at risk in the limit's currency. */
import { formatMoney } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Bench, benchFor } from '../actions/judge-orders.ts';
import type { WireWatchedLimit } from '../contract/limit-watch.ts';
import { exposureOf } from '../rules/exposure.ts';
import { findingsOf, usedPercent } from '../rules/limit-watch.ts';
import { limitOn } from '../rules/limit.ts';
import {
  type WatchFilter,
  type Watched,
  mostWatched,
  watchedAccounts,
} from '../store/limit-watch.ts';

export async function limitsWatched(
  db: Queries,
  filter: WatchFilter,
): Promise<{ readonly rows: readonly WireWatchedLimit[]; readonly cut: boolean }> {
  const accounts = await watchedAccounts(db, filter);
  const accountIds = accounts.map(({ accountId }) => accountId);
  const bench = await benchFor(db, accountIds, filter.today);
  const rows = accounts.flatMap((each) => weighed(bench, each, filter));
  return { rows, cut: accounts.length === mostWatched };
}

/** Without a limit there is nothing to watch; without a rate only its days are. */
function weighed(bench: Bench, watched: Watched, filter: WatchFilter): WireWatchedLimit[] {
  const { accountId, untilOn, reviewOn } = watched;
  const standing = bench.standings.get(accountId);
  const limit = standing && limitOn(standing.limits, filter.today);
  if (standing === undefined || limit === null || limit === undefined) return [];
  const { amount } = limit;
  const counted = { unapplied: bench.policyOf(standing).countUnapplied };
  const found = exposureOf(standing, amount.currency, bench.rates(amount.currency), counted);
  const exposure = found.ok ? found.value.total : null;
  const figures = { limit: amount.minor, exposure: exposure?.minor ?? 0n };
  const findings = findingsOf({ ...figures, untilOn, reviewOn }, filter);
  if (findings.length === 0) return [];
  const { account, name, company } = standing;
  return [
    {
      accountId,
      account,
      name,
      company,
      limit: formatMoney(amount),
      exposure: exposure && formatMoney(exposure),
      currency: amount.currency,
      used: exposure === null ? null : usedPercent(figures),
      untilOn,
      reviewOn,
      findings,
    },
  ];
}
