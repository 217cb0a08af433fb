/** The limits that want a look, each weighed exactly: what is at risk in the limit's currency. */
import { type Money, formatMoney } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Bench, benchFor } from '../actions/judge-orders.ts';
import type { WireWatchedLimit } from '../contract/limit-watch.ts';
import { exposureOf } from '../rules/exposure.ts';
import type { Family } from '../rules/judge-order.ts';
import { findingsOf, usedPercent } from '../rules/limit-watch.ts';
import { limitOn } from '../rules/limit.ts';
import {
  type WatchFilter,
  type Watched,
  mostWatched,
  watchedAccounts,
  watchedFamilies,
} from '../store/limit-watch.ts';
import type { Standing } from '../store/standing.ts';

export async function limitsWatched(
  db: Queries,
  filter: WatchFilter,
): Promise<{ readonly rows: readonly WireWatchedLimit[]; readonly cut: boolean }> {
  const ownLimits = await watchedAccounts(db, filter);
  const commonLimits = await watchedFamilies(db, filter);
  const [accounts, families] = [
    ownLimits.slice(0, mostWatched),
    commonLimits.slice(0, mostWatched),
  ];
  const accountIds = new Set([...accounts, ...families].map(({ accountId }) => accountId));
  const bench = await benchFor(db, [...accountIds], filter.today);
  const rows = [
    ...families.flatMap((each) => weighedTogether(bench, each, filter)),
    ...accounts.flatMap((each) => weighed(bench, each, filter)),
  ];
  return { rows, cut: ownLimits.length > mostWatched || commonLimits.length > mostWatched };
}

/** A common limit, with what all of its family owe and have ordered; it is listed in any case. */
function weighedTogether(bench: Bench, watched: Watched, filter: WatchFilter): WireWatchedLimit[] {
  const standing = bench.standings.get(watched.accountId);
  const family = standing?.family;
  if (standing === undefined || !family) return [];
  return [rowOf(bench, { standing, of: family, amount: family.limit.amount, watched }, filter)];
}

/** Without a limit there is nothing to watch; without a rate only its days are. */
function weighed(bench: Bench, watched: Watched, filter: WatchFilter): WireWatchedLimit[] {
  const standing = bench.standings.get(watched.accountId);
  const limit = standing && limitOn(standing.limits, filter.today);
  if (standing === undefined || limit === null || limit === undefined) return [];
  const { amount } = limit;
  const row = rowOf(bench, { standing, of: standing, amount, watched }, filter);
  return row.findings.length === 0 ? [] : [row];
}

type Weighing = {
  readonly standing: Standing;
  /** Whose debts and orders count: the account's, or its family's. */
  readonly of: Standing | Family;
  readonly amount: Money;
  readonly watched: Watched;
};

function rowOf(
  bench: Bench,
  { standing, of, amount, watched }: Weighing,
  filter: WatchFilter,
): WireWatchedLimit {
  const { accountId, untilOn, reviewOn } = watched;
  const counted = { unapplied: bench.policyOf(standing).countUnapplied };
  const found = exposureOf(of, amount.currency, bench.rates(amount.currency), counted);
  const exposure = found.ok ? found.value.total : null;
  const figures = { limit: amount.minor, exposure: exposure?.minor ?? 0n };
  const { account, name, company } = standing;
  return {
    accountId,
    account,
    name,
    company,
    family: of === standing ? null : of.name,
    limit: formatMoney(amount),
    exposure: exposure && formatMoney(exposure),
    currency: amount.currency,
    used: exposure === null ? null : usedPercent(figures),
    untilOn,
    reviewOn,
    findings: findingsOf({ ...figures, untilOn, reviewOn }, filter),
  };
}
