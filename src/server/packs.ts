/** The makers of packs, in the order in which they are offered; a new maker gets its line here. */
import { savedReportMaker } from '#areas/datasets/index.ts';
import {
  boardMaker,
  flashMaker,
  monthAgingMaker,
  over60Maker,
  portfolioMaker,
  weeklyMaker,
} from '#areas/packs/index.ts';
import type { PackMaker } from '#platform/packs/maker.ts';

export const packMakers: readonly PackMaker[] = [
  weeklyMaker,
  over60Maker,
  portfolioMaker,
  monthAgingMaker,
  boardMaker,
  flashMaker,
  savedReportMaker,
];
