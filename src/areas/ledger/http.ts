/**
 * The ledger over HTTP: its items and their history, and everything that posts to them.
 *
 * Amounts come as text; the currency is the item's own where there is one. Whether the
 * caller may see the account at all is settled by the gate.
 */
import type { Served } from '#platform/http/serve.ts';
import { periodRoutes } from './http/periods.ts';
import { postingRoutes } from './http/postings.ts';
import { readingRoutes } from './http/readings.ts';
import { reversalRoutes } from './http/reversals.ts';

export const ledgerRoutes: readonly Served[] = [
  ...readingRoutes,
  ...postingRoutes,
  ...reversalRoutes,
  ...periodRoutes,
];
