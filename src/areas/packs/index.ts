/** What other server code may call of the packs. */
export { monthAgingMaker } from './answers/makers/month-aging.ts';
export { over60Maker } from './answers/makers/over60.ts';
export { portfolioMaker } from './answers/makers/portfolio.ts';
export { findLostPacks, sendNextPack } from './answers/send-packs.ts';
