/** What other areas' server code may call of the reports. */
export { wholeAging } from './answers/aging.ts';
export { readBuckets, readCompare, readRows } from './answers/compare.ts';
export { agingLines } from './store/aging.ts';
export { everybody } from './store/groups.ts';
