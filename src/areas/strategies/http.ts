/** Everything of the strategies that is served. */
import type { Served } from '#platform/http/serve.ts';
import { documentRoutes } from './http/documents.ts';

export const strategyRoutes: readonly Served[] = [...documentRoutes];
