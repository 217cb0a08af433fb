/** Credit over the wire; each part has its own file. */
import type { Served } from '#platform/http/serve.ts';
import { holdRoutes } from './http/holds.ts';
import { limitWatchRoutes } from './http/limit-watch.ts';
import { limitRoutes } from './http/limits.ts';
import { noticeRoutes } from './http/notices.ts';
import { orderRoutes } from './http/orders.ts';
import { policyRoutes } from './http/policies.ts';

export const creditRoutes: readonly Served[] = [
  ...orderRoutes,
  ...holdRoutes,
  ...limitRoutes,
  ...limitWatchRoutes,
  ...noticeRoutes,
  ...policyRoutes,
];
