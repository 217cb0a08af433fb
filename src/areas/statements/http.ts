/** Everything that the area of statements serves. */
import type { Served } from '#platform/http/serve.ts';
import { invoiceFileRoutes } from './http/invoices.ts';
import { portalRoutes } from './http/portal.ts';
import { runRoutes } from './http/runs.ts';

export const statementRoutes: readonly Served[] = [
  ...runRoutes,
  ...invoiceFileRoutes,
  ...portalRoutes,
];
