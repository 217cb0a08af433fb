/** Everything that refunds answer over the wire. */
import type { Served } from '#platform/http/serve.ts';
import { bankDetailRoutes } from './http/bank-details.ts';
import { payoutRoutes } from './http/payouts.ts';
import { refundFlowRoutes } from './http/refunds.ts';
import { refundRuleRoutes } from './http/rules.ts';
import { unclaimedRoutes } from './http/unclaimed.ts';

export const refundRoutes: readonly Served[] = [
  // Before the routes whose second part is an id.
  ...payoutRoutes,
  ...refundFlowRoutes,
  ...bankDetailRoutes,
  ...refundRuleRoutes,
  ...unclaimedRoutes,
];
