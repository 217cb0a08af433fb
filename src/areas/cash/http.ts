/** Everything that the cash desk answers over the wire. */
import type { Served } from '#platform/http/serve.ts';
import { batchRoutes } from './http/batches.ts';
import { boardRoutes } from './http/board.ts';
import { bookOfRecordRoutes } from './http/book-of-record.ts';
import { bulkRoutes } from './http/bulk.ts';
import { cardRoutes } from './http/cards.ts';
import { claimRoutes } from './http/claims.ts';
import { closingRoutes } from './http/closing.ts';
import { creditRoutes } from './http/credits.ts';
import { depositRoutes } from './http/deposits.ts';
import { elsewhereRoutes } from './http/elsewhere.ts';
import { qualityRoutes } from './http/quality.ts';
import { receiptRoutes } from './http/receipts.ts';
import { reconciliationRoutes } from './http/reconciliation.ts';
import { varianceRoutes } from './http/variances.ts';

export const cashRoutes: readonly Served[] = [
  ...boardRoutes,
  ...batchRoutes,
  ...receiptRoutes,
  ...bulkRoutes,
  ...claimRoutes,
  ...creditRoutes,
  ...varianceRoutes,
  ...elsewhereRoutes,
  ...qualityRoutes,
  ...closingRoutes,
  ...reconciliationRoutes,
  ...depositRoutes,
  ...cardRoutes,
  ...bookOfRecordRoutes,
];
