/** The makers of packs, in the order in which they are offered; a new maker gets its line here. */
import { monthAgingMaker, over60Maker, portfolioMaker } from '#areas/packs/index.ts';
import { savedReportMaker } from '#areas/datasets/index.ts';
import type { PackMaker } from '#platform/packs/maker.ts';

export const packMakers: readonly PackMaker[] = [
  over60Maker,
  monthAgingMaker,
  portfolioMaker,
  savedReportMaker,
];
