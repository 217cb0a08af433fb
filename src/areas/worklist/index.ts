/** What others may ask the list: its rows, to put an account away, who has one open. */
export { snoozeWork } from './actions/snooze-work.ts';
export { undoWork } from './actions/undo-work.ts';
export { type ListRow, listWork } from './store/list.ts';
export { type ByMember, coveredOwners } from './store/covered.ts';
export { otherHolder } from './store/locks.ts';
