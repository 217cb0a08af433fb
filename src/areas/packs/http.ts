/** Packs over HTTP: kinds and previews, schedules, issues, and what is over 60 days. */
import type { Served } from '#platform/http/serve.ts';
import type { PackMaker } from '#platform/packs/maker.ts';
import { issueRoutes } from './http/issues.ts';
import { kindRoutes } from './http/kinds.ts';
import { lateRoutes } from './http/late.ts';
import { scheduleRoutes } from './http/schedules.ts';

/** The makers come from whoever wires the areas together. */
export function packRoutes(makers: readonly PackMaker[]): readonly Served[] {
  return [...kindRoutes(makers), ...scheduleRoutes(makers), ...issueRoutes(makers), ...lateRoutes];
}
