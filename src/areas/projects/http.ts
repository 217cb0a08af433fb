/** Verification and clean-ups over the wire. */
import type { Served } from '#platform/http/serve.ts';
import { cleanUpRoutes } from './http/clean-ups.ts';
import { findingRoutes } from './http/findings.ts';
import { repairRoutes } from './http/repairs.ts';

export const projectRoutes: readonly Served[] = [
  ...findingRoutes,
  ...repairRoutes,
  ...cleanUpRoutes,
];
