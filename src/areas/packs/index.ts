/** What other server code may call of the packs. */
export { boardMaker } from './answers/makers/board.ts';
export { flashMaker } from './answers/makers/flash.ts';
export { monthAgingMaker } from './answers/makers/month-aging.ts';
export { over60Maker } from './answers/makers/over60.ts';
export { portfolioMaker } from './answers/makers/portfolio.ts';
export { weeklyMaker } from './answers/makers/weekly.ts';
export { findLostPacks, sendNextPack } from './answers/send-packs.ts';
