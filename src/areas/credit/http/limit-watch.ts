/** Limits that want a look, over the wire: filtered and sorted. */
import { plusDays } from '#kernel/day.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { limitsWatched } from '../answers/limit-watch.ts';
import * as contract from '../contract/limit-watch.ts';
import type { WireWatchedLimit } from '../contract/limit-watch.ts';

export const limitWatchRoutes: readonly Served[] = [
  serve(contract.watchedLimits, async ({ query, desk, session }) => {
    const today = desk.clock.today();
    const { rows, cut } = await limitsWatched(desk.db, {
      companies: visibleCompanies(session, query.company),
      today,
      soon: plusDays(today, query.within),
      percent: query.percent,
    });
    const shown = rows.filter((row) => inView(row, query.view)).toSorted(byOrder(query));
    return accept({ rows: shown, count: shown.length, cut });
  }),
];

type Query = QueryOf<typeof contract.watchedLimits>;

function inView({ findings, family }: WireWatchedLimit, view: Query['view']): boolean {
  if (view === 'family') return family !== null;
  // A common limit that wants no look stands in its own list.
  if (view === 'all') return findings.length > 0;
  if (view === 'expiring') return findings.includes('expiring') || findings.includes('expired');
  if (view === 'used') return findings.includes('over') || findings.includes('used');
  return findings.includes(view);
}

/** What has no such figure stands last, whichever way. */
function byOrder({ sort, direction }: Query) {
  const turn = direction === 'asc' ? 1 : -1;
  return (a: WireWatchedLimit, b: WireWatchedLimit): number => {
    const [one, other] = [valueOf(a, sort), valueOf(b, sort)];
    if (one === other) return a.account < b.account ? -1 : 1;
    if (one === null) return 1;
    if (other === null) return -1;
    return one < other ? -turn : turn;
  };
}

function valueOf(row: WireWatchedLimit, sort: Query['sort']): string | number | bigint | null {
  if (sort === 'used') return row.used;
  if (sort === 'until') return row.untilOn;
  if (sort === 'review') return row.reviewOn;
  if (sort === 'name') return row.name;
  const amount = sort === 'limit' ? row.limit : row.exposure;
  return amount === null ? null : (parseMoney(amount, currency(row.currency))?.minor ?? null);
}
