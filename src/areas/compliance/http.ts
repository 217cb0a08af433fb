/** Every route of the gate. */
import type { Served } from '#platform/http/serve.ts';
import { gateRoutes } from './http/gate.ts';
import { logRoutes } from './http/log.ts';
import { contactPolicyRoutes } from './http/policy.ts';
import { packRoutes } from './http/packs.ts';
import { standingRoutes } from './http/standing.ts';

export const complianceRoutes: readonly Served[] = [
  ...gateRoutes,
  ...logRoutes,
  ...contactPolicyRoutes,
  ...packRoutes,
  ...standingRoutes,
];
