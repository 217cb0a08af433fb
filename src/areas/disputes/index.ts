/** What other areas' server code may call of the disputes. */
export { assignCase } from './actions/assign-case.ts';
export { noteLateCause } from './actions/note-late-cause.ts';
export { moveCase } from './actions/move-case.ts';
export { noteCase } from './actions/note-case.ts';
export { type OpenDisputeRefusal, openDispute } from './actions/open-dispute.ts';
export { takeUpBrought } from './actions/take-up-dispute.ts';
export { readDispute } from './answers/read-dispute.ts';
export { lateCauseNow } from './store/late-causes.ts';
export { recordDisputes, withdrawDispute } from './store/known.ts';
